"""Prints what an independent reader (ZXing) makes of the one QR code in a PNG."""

import struct
import sys
import zlib
from pathlib import Path

import zxingcpp


def chunks(png):
    """The chunks of a PNG: type and content."""
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def paeth(left, up, corner):
    """The predictor of filter 4 (ISO/IEC 15948, 9.4)."""
    guess = left + up - corner
    return min((left, up, corner), key=lambda near: abs(guess - near))


def grey(png):
    """Width, height and the first channel of an 8-bit PNG that is not interlaced."""
    head = next(content for kind, content in chunks(png) if kind == b"IHDR")
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    step = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    if depth != 8 or interlaced:
        raise ValueError("only plain pictures of eight bits are read")
    data = zlib.decompress(b"".join(content for kind, content in chunks(png) if kind == b"IDAT"))
    above, out, size = bytearray(width * step), bytearray(), width * step
    for row in range(height):
        kind, *line = data[row * (size + 1) : (row + 1) * (size + 1)]
        for at in range(size):
            left = line[at - step] if at >= step else 0
            corner = above[at - step] if at >= step else 0
            guess = (0, left, above[at], (left + above[at]) // 2, paeth(left, above[at], corner))
            line[at] = (line[at] + guess[kind]) % 256
        above = line
        out += bytes(line[::step])
    return width, height, bytes(out)


def main():
    """Exits 1 unless there is exactly one code."""
    width, height, pixels = grey(Path(sys.argv[1]).read_bytes())
    image = memoryview(pixels).cast("B", (height, width))
    found = zxingcpp.read_barcodes(image)
    for code in found:
        print(code.text)
    sys.exit(0 if len(found) == 1 else 1)


if __name__ == "__main__":
    main()
