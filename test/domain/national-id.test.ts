// The national ID of a person is found as people write it, refused in whatever is recorded, and nothing else is taken for it.
import { describe, expect, test } from 'vitest';
import { holdsNationalId, maskNationalIds, nationalIdPlace } from '../../src/domain/national-id.ts';
import { readPastedRoster } from '../../src/domain/roster-paste.ts';
import { casesOf } from '../support/cases.ts';

test.each(casesOf('national-id-found.txt', ['text']))('$text holds one', ({ text }) => {
  expect(holdsNationalId(text)).toBe(true);
  expect(holdsNationalId(maskNationalIds(text))).toBe(false);
  expect(maskNationalIds(text)).toHaveLength(text.length);
});

test.each(casesOf('national-id-not.txt', ['text']))('$text holds none', ({ text }) => {
  expect(holdsNationalId(text)).toBe(false);
  expect(maskNationalIds(text)).toBe(text);
});

const id = '6402010101700001';

describe('what is recorded', () => {
  test('names the field that holds one, however deep', () => {
    expect(nationalIdPlace({ findings: `Ketua: ${id}` })).toBe('findings');
    expect(nationalIdPlace({ personsMet: [{ name: 'Siti' }, { name: 'Budi', phone: id }] })).toBe('personsMet.1.phone');
    expect(nationalIdPlace({ changes: { address: { from: null, to: `Jl. Poros, ${id}` } }, reason: 'Pindah' })).toBe('address');
    expect(nationalIdPlace({ members: [{ memberKey: id, name: 'Budi' }] })).toBe('members.0.memberKey');
  });

  test('may take one away, and a mark may name the member of an older roster', () => {
    expect(nationalIdPlace({ changes: { address: { from: `Jl. Poros, ${id}`, to: 'Jl. Poros' } } })).toBeUndefined();
    expect(nationalIdPlace({ memberKey: id, name: 'Budi' })).toBeUndefined();
  });
});

describe('a pasted member list', () => {
  test('with national IDs for numbers keeps its members and leaves the numbers out', () => {
    const { lines } = readPastedRoster(`No\tNama\n${id}\tBudi\n6402014101700002\tSiti`, []);
    const members = lines.map(({ outcome }) => outcome);
    expect(members).toMatchObject([
      { kind: 'member', member: { name: 'Budi', memberKey: undefined }, notices: [{ code: 'nationalId' }] },
      { kind: 'member', member: { name: 'Siti', memberKey: undefined }, notices: [{ code: 'nationalId' }] },
    ]);
    expect(JSON.stringify(members)).not.toContain('640201');
  });

  test('with one in a name asks for the name alone', () => {
    const [line] = readPastedRoster(`1\tBudi ${id}`, []).lines;
    expect(line?.outcome).toMatchObject({ kind: 'problem', code: 'nationalId' });
  });
});
