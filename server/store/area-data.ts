// A province with its regencies, districts and villages as idn-area-data lists them (data under ODbL, credited in the app).
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import type { Area, District, Village } from '../../src/domain/area.ts';

interface Listed {
  code: string;
  name: string;
}

/** The province itself, then its regencies in the order of their codes; undefined where there is no such province. */
export async function areasOfProvince(provinceCode: string): Promise<Area[] | undefined> {
  const [provinces, regencies, districts, villages] = await Promise.all([getProvinces(), getRegencies(), getDistricts(), getVillages()]);
  const province = provinces.find(({ code }) => code === provinceCode);
  if (!province) return undefined;

  const within = (list: readonly Listed[], code: string) => list.filter((listed) => listed.code.startsWith(`${code}.`)).sort(byCode);
  const ours = { districts: within(districts, provinceCode), villages: within(villages, provinceCode) };
  const villageOf = ({ code, name }: Listed): Village => ({ code, name: titleCase(name), kind: kindOf(code) });
  const districtOf = ({ code, name }: Listed): District => ({
    code,
    name: titleCase(name),
    villages: within(ours.villages, code).map(villageOf),
  });
  const regencyOf = ({ code, name }: Listed): Area => ({
    code,
    level: 'regency',
    name: titleCase(name),
    districts: within(ours.districts, code).map(districtOf),
  });
  return [
    { code: provinceCode, level: 'province', name: titleCase(province.name), districts: [] },
    ...within(regencies, provinceCode).map(regencyOf),
  ];
}

const byCode = (one: Listed, other: Listed): number => (one.code < other.code ? -1 : 1);

/** The last group of a village's code begins with 1 for a kelurahan and with 2 for a desa (Kemendagri). */
const kindOf = (villageCode: string): Village['kind'] => (villageCode.split('.').at(-1)?.startsWith('1') ? 'kelurahan' : 'desa');

const keptInCapitals = new Set(['DKI', 'DI']);

/** Provinces and regencies are listed in capitals; a name that is not stays as it is written (`Kota Bangun III`). */
function titleCase(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .split(' ')
    .map((word) => (keptInCapitals.has(word) ? word : word.toLowerCase().replace(/(^|[-(])\p{L}/gu, (start) => start.toUpperCase())))
    .join(' ');
}
