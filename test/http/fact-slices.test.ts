import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factSlices } from '../../server/http/fact-slices.ts';

const texts = (body: string | Buffer) => factSlices(Buffer.from(body as string)).map(String);

test('each fact is cut out as it was written, blanks, escapes and order of keys as they came', () => {
  const first = '{ "b":1 ,\n"a":"\\u0041]},\\"", "c":[ [],{} ] }';
  expect(texts(`{"wire":2, "facts" : [ ${first} ,null,"x, ]", -1.5e3 ,[]] ,"cursors":{"64":1}}`)).toEqual([
    first,
    'null',
    '"x, ]"',
    '-1.5e3',
    '[]',
  ]);
});

test('only the facts of the request itself count, and of two such keys the last', () => {
  expect(texts('{"cursors":{"facts":[1]},"facts":[2],"\\u0066acts":[3]}')).toEqual(['3']);
  expect(texts('{"facts":{"facts":[1]}}')).toEqual([]);
  expect(texts('[1]')).toEqual([]);
  expect(texts('{}')).toEqual([]);
});

test('bytes that are no text are left as they are', () => {
  const broken = Buffer.concat([Buffer.from('{"facts":[{"a":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"},1]}')]);
  expect(factSlices(broken)[0]).toEqual(broken.subarray(10, 20));
});

test('whatever JSON is sent, the slices say what the facts say', () => {
  const spaced = fc.constantFrom(undefined, 1, '\t', 3);
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()), spaced, (facts, others, space) => {
      const body = JSON.stringify({ ...others, facts, z: others }, undefined, space);
      expect(factSlices(Buffer.from(body)).map((slice) => JSON.parse(String(slice)))).toEqual(JSON.parse(body).facts);
    }),
  );
});
