// Evidence files made on the spot, small and real: a PDF and a JPEG that viewers open.

/** A PDF of one page; `text` makes its bytes differ from others. */
export function pdf(name, text = name) {
  const note = `% ${[...Buffer.from(text)].map((byte) => byte.toString(16)).join("")}\n`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
  ];
  let body = `%PDF-1.4\n${note}`;
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = body.length;
  body += `xref\n0 4\n0000000000 65535 f \n${offsets.join("")}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return { name, mimeType: "application/pdf", buffer: Buffer.from(body, "latin1") };
}

// One grey pixel, 1 × 1, baseline JPEG.
const PIXEL =
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z";

/** A JPEG of one pixel; `text` stands in a comment segment and makes its bytes differ from others. */
export function jpg(name, text = name) {
  const pixel = Buffer.from(PIXEL, "base64");
  const words = Buffer.from(text);
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(words.length + 2, 2);
  return { name, mimeType: "image/jpeg", buffer: Buffer.concat([pixel.subarray(0, 2), head, words, pixel.subarray(2)]) };
}
