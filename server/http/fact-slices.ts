// The bytes of each fact as they came in a request: what cannot be read is kept as it was sent, not as this program would write it.

const quote = 0x22;
const backslash = 0x5c;
const isSpace = (byte: number | undefined) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Of the elements of `facts` in a body that is known to be JSON; none where it has no such array. */
export function factSlices(body: Buffer): Buffer[] {
  let slices: Buffer[] = [];
  let at = afterSpace(body, 0);
  if (body[at] !== 0x7b) return slices;
  at = afterSpace(body, at + 1);
  while (at < body.length && body[at] !== 0x7d) {
    const keyEnd = endOfValue(body, at);
    const key: unknown = JSON.parse(body.toString('utf8', at, keyEnd));
    const valueStart = afterSpace(body, afterSpace(body, keyEnd) + 1);
    // As in JSON.parse, the last of two equal keys counts.
    if (key === 'facts') slices = body[valueStart] === 0x5b ? elementsOf(body, valueStart) : [];
    at = nextItem(body, endOfValue(body, valueStart));
  }
  return slices;
}

function elementsOf(body: Buffer, opening: number): Buffer[] {
  const slices: Buffer[] = [];
  let at = afterSpace(body, opening + 1);
  while (at < body.length && body[at] !== 0x5d) {
    const end = endOfValue(body, at);
    slices.push(body.subarray(at, end));
    at = nextItem(body, end);
  }
  return slices;
}

function afterSpace(body: Buffer, from: number): number {
  let at = from;
  while (isSpace(body[at])) at += 1;
  return at;
}

/** Behind the comma, or at what closes the list. */
function nextItem(body: Buffer, from: number): number {
  const at = afterSpace(body, from);
  return body[at] === 0x2c ? afterSpace(body, at + 1) : at;
}

/** Bytes of other scripts are all above those of JSON's own signs, so that they need no decoding. */
function endOfValue(body: Buffer, from: number): number {
  if (body[from] === quote) return endOfText(body, from);
  let depth = 0;
  let at = from;
  while (at < body.length) {
    const byte = body[at];
    if (byte === quote) {
      at = endOfText(body, at);
      continue;
    }
    if (byte === 0x7b || byte === 0x5b) depth += 1;
    else if (byte === 0x7d || byte === 0x5d) {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (byte === 0x2c || isSpace(byte))) return at;
    at += 1;
  }
  return at;
}

function endOfText(body: Buffer, from: number): number {
  let at = from + 1;
  while (at < body.length && body[at] !== quote) at += body[at] === backslash ? 2 : 1;
  return at + 1;
}
