import { crc32, deflateSync } from "node:zlib";

/**
 * A PNG with a palette of at most 256 colours (PNG 1.2, colour type 3 with tRNS): drawings of a few inks weigh a
 * third of what a browser's screenshot does. `pixels` are RGBA, row by row.
 */
export function encodeIndexedPng(pixels: Uint8Array, width: number, height: number): Buffer {
  const palette = choosePalette(pixels);
  const nearest = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at += 1) {
    const color = colorAt(pixels, at);
    const index = nearest.get(color) ?? nearestIndex(palette, color);
    nearest.set(color, index);
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap((color) => channels(color).slice(0, 3)))),
    chunk("tRNS", Buffer.from(palette.map((color) => channels(color)[3] ?? 255))),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

// The commonest colours first; edges between inks that are rarer become their nearest neighbour.
function choosePalette(pixels: Uint8Array): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length / 4; at += 1) {
    const color = colorAt(pixels, at);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([color]) => color);
  const palette: number[] = [];
  for (const closeness of [900, 200, 40, 0]) {
    for (const color of byCount) {
      if (palette.length >= 256) return palette;
      if (!palette.some((known) => distance(known, color) <= closeness)) palette.push(color);
    }
  }
  return palette;
}

function nearestIndex(palette: readonly number[], color: number): number {
  let best = 0;
  for (let index = 1; index < palette.length; index += 1) {
    if (distance(palette[index] ?? 0, color) < distance(palette[best] ?? 0, color)) best = index;
  }
  return best;
}

function colorAt(pixels: Uint8Array, at: number): number {
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at * 4, at * 4 + 4);
  return alpha === 0 ? 0 : ((red << 24) | (green << 16) | (blue << 8) | alpha) >>> 0;
}

function channels(color: number): number[] {
  return [color >>> 24, (color >>> 16) & 255, (color >>> 8) & 255, color & 255];
}

function distance(first: number, second: number): number {
  const other = channels(second);
  return channels(first).reduce((sum, value, index) => sum + (value - (other[index] ?? 0)) ** 2, 0);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
