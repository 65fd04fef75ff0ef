// Archives that are honest, damaged or made to fill the memory.
import { describe, expect, test } from 'vitest';
import { readRegisterFile } from '../../server/import/register-file.ts';
import { unpackZip } from '../../server/import/zip-archive.ts';
import { workbookOf, zipOf } from '../support/zip-file.ts';

const everything = () => true;
const asOf = '2026-04-30';

describe('a ZIP', () => {
  test('gives the files that are wanted, and the names of all', () => {
    const zip = unpackZip(zipOf({ 'a.xml': 'satu', 'b.bin': 'dua' }), 100, (name) => name === 'a.xml');
    if (zip.kind !== 'unpacked') throw new Error(zip.kind);
    expect([...zip.files].map(([name, content]) => [name, content.toString()])).toEqual([
      ['a.xml', 'satu'],
      ['b.bin', ''],
    ]);
  });

  test('is unpacked no further than the limit, whatever it says of its sizes', () => {
    const bomb = zipOf({ 'a.xml': Buffer.alloc(1_000_000) });
    expect(bomb.length).toBeLessThan(2000);
    expect(unpackZip(bomb, 999_999, everything)).toEqual({ kind: 'tooLarge' });
    expect(unpackZip(bomb, 1_000_000, everything)).toMatchObject({ kind: 'unpacked' });
    expect(unpackZip(zipOf({ a: Buffer.alloc(600), b: Buffer.alloc(600) }), 1000, everything)).toEqual({ kind: 'tooLarge' });
  });

  test('with a piece missing is damaged', () => {
    const zip = zipOf({ 'a.xml': 'satu dua tiga empat lima' });
    for (let length = 4; length < zip.length; length += 1) {
      expect(unpackZip(zip.subarray(0, length), 100, everything)).toEqual({ kind: 'damaged' });
    }
  });
});

describe('a workbook that no honest program writes', () => {
  const cell = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const heading = `<row r="1">${cell('A1', 'Nama')}${cell('B1', 'nobh')}</row><row r="2">${cell('A2', 'KSU. A')}${cell('B2', '1/BH')}</row>`;

  test('is read when its cells lie together, even if the format of others reaches far', async () => {
    const bytes = workbookOf(`${heading}<row r="1048576"><c r="XFD1048576" s="1"/></row>`);
    expect(await readRegisterFile(bytes, { asOf })).toMatchObject({ kind: 'read', rows: [{ name: 'A' }] });
  });

  test('is refused when a cell in the far corner would make billions of empty ones', async () => {
    const bytes = workbookOf(`${heading}<row r="1048576">${cell('XFD1048576', 'x')}</row>`);
    expect(await readRegisterFile(bytes, { asOf })).toMatchObject({ kind: 'refused', code: 'tooManyRows' });
  });

  test('is refused when it unpacks to more than the memory should hold', async () => {
    const bytes = workbookOf(heading + ' '.repeat(130 * 1024 * 1024));
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(await readRegisterFile(bytes, { asOf })).toMatchObject({ kind: 'refused', code: 'tooManyRows' });
  });

  test('is told from a document and from an archive of other things', async () => {
    expect(await readRegisterFile(zipOf({ 'word/document.xml': '<a/>' }), { asOf })).toMatchObject({ code: 'otherOffice' });
    expect(await readRegisterFile(zipOf({ 'content.xml': '<a/>' }), { asOf })).toMatchObject({ code: 'otherOffice' });
    expect(await readRegisterFile(zipOf({ 'foto.jpg': 'x' }), { asOf })).toMatchObject({ code: 'archive' });
  });
});
