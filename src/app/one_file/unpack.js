// Unpacks the one-file edition in the page: a reader of LZMA, as the specification in Igor Pavlov's LZMA SDK describes
// it (raw: no header, no end mark). The settings are those of `src/xtask/src/one_file/pack.rs`.

/** The unpacked bytes, of which the size is known; none when the packed ones are no such stream. */
function unpacked(packed, size) {
  const LITERAL_BITS = 4, EVEN = 1024, TOP = 2 ** 24;
  const bytes = new Uint8Array(size);
  const chances = (count) => new Uint16Array(count).fill(EVEN);
  const lengths = () => ({ choice: chances(2), low: chances(8), middle: chances(8), high: chances(256) });
  const literals = chances(0x300 << LITERAL_BITS);
  const isMatch = chances(12), isRepeat = chances(12), isOlder = chances(12), isLong = chances(12), isThird = chances(12), isFourth = chances(12);
  const matchLengths = lengths(), repeatLengths = lengths();
  const slots = [0, 1, 2, 3].map(() => chances(64)), special = chances(115), aligned = chances(16);

  let taken = 5, range = 0xffffffff;
  let code = (packed[1] << 24 | packed[2] << 16 | packed[3] << 8 | packed[4]) >>> 0;

  function more() {
    if (range >= TOP) return;
    range = range * 256 >>> 0;
    code = (code << 8 | packed[taken++]) >>> 0;
  }

  function bit(table, index) {
    const chance = table[index], bound = (range >>> 11) * chance;
    if (code < bound) {
      range = bound;
      table[index] = chance + (2048 - chance >> 5);
      more();
      return 0;
    }
    range -= bound;
    code -= bound;
    table[index] = chance - (chance >> 5);
    more();
    return 1;
  }

  function evenBits(count) {
    let value = 0;
    for (; count > 0; count -= 1) {
      range >>>= 1;
      const one = code >= range ? 1 : 0;
      if (one) code -= range;
      value = value << 1 | one;
      more();
    }
    return value;
  }

  function tree(table, count) {
    let node = 1;
    for (let at = 0; at < count; at += 1) node = node << 1 | bit(table, node);
    return node - (1 << count);
  }

  /** Lowest bit first; the table's node 1 stands at `offset + 1`. */
  function reverse(table, offset, count) {
    let node = 1, value = 0;
    for (let at = 0; at < count; at += 1) {
      const one = bit(table, offset + node);
      node = node << 1 | one;
      value |= one << at;
    }
    return value;
  }

  function length({ choice, low, middle, high }) {
    if (!bit(choice, 0)) return 2 + tree(low, 3);
    return bit(choice, 1) ? 18 + tree(high, 8) : 10 + tree(middle, 3);
  }

  function distance(length) {
    const slot = tree(slots[Math.min(length - 2, 3)], 6);
    if (slot < 4) return slot;
    const count = (slot >> 1) - 1, base = (2 | slot & 1) << count;
    if (slot < 14) return base + reverse(special, base - slot, count);
    return base + (evenBits(count - 4) << 4) + reverse(aligned, 0, 4);
  }

  function literal(at, state, back) {
    const before = at > 0 ? bytes[at - 1] : 0, offset = 0x300 * (before >> 8 - LITERAL_BITS);
    let node = 1;
    if (state >= 7) {
      let matched = bytes[at - back - 1];
      while (node < 256) {
        const foreseen = matched >> 7 & 1, one = bit(literals, offset + (1 + foreseen << 8) + node);
        matched <<= 1;
        node = node << 1 | one;
        if (one !== foreseen) break;
      }
    }
    while (node < 256) node = node << 1 | bit(literals, offset + node);
    return node;
  }

  let state = 0, back = [0, 0, 0, 0];
  for (let at = 0; at < size;) {
    if (taken > packed.length + 4) return undefined;
    if (!bit(isMatch, state)) {
      bytes[at] = literal(at, state, back[0]);
      at += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    const [one, two, three, four] = back;
    if (!bit(isRepeat, state)) {
      count = length(matchLengths);
      state = state < 7 ? 7 : 10;
      back = [distance(count), one, two, three];
    } else {
      let short = false;
      if (!bit(isOlder, state)) short = !bit(isLong, state);
      else if (!bit(isThird, state)) back = [two, one, three, four];
      else back = bit(isFourth, state) ? [four, one, two, three] : [three, one, two, four];
      count = short ? 1 : length(repeatLengths);
      state = state < 7 ? (short ? 9 : 8) : 11;
    }
    const from = at - back[0] - 1;
    if (from < 0 || at + count > size) return undefined;
    for (let step = 0; step < count; step += 1) bytes[at + step] = bytes[from + step];
    at += count;
  }
  return bytes;
}
