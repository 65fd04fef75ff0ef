// The codes of the villages and districts that a register names, and whether a name of a regency means this one.
import type { Area, District, Village } from '../../src/domain/area.ts';
import { nameKeyOf } from '../../src/domain/register-name.ts';
import type { RegisterRow } from '../../src/domain/register-row.ts';

/** What a row says of the place of a cooperative. A code is null where the name is not one of the regency's. */
export interface Place {
  villageName?: string;
  villageCode?: string | null;
  districtName?: string;
  districtCode?: string | null;
}

export type PlaceOf = (row: Pick<RegisterRow, 'villageName' | 'villageKind' | 'districtName'>) => Place;

/** Names that match are written as the list of areas writes them: `Kayu putih` is the village Kayuputih. */
export function placesOf(regency: Area): PlaceOf {
  const districts = new Map(regency.districts.map((district) => [nameKeyOf(district.name), district]));
  const villages = new Map<string, { village: Village; district: District }[]>();
  for (const district of regency.districts) {
    for (const village of district.villages) {
      const key = nameKeyOf(village.name);
      villages.set(key, [...(villages.get(key) ?? []), { village, district }]);
    }
  }
  return ({ villageName, villageKind, districtName }) => {
    const district = districtName === undefined ? undefined : districts.get(nameKeyOf(districtName));
    const place: Place = {};
    if (districtName !== undefined)
      Object.assign(place, { districtName: district?.name ?? districtName, districtCode: district?.code ?? null });
    if (villageName === undefined) return place;
    const named = villages.get(nameKeyOf(villageName)) ?? [];
    // A village of another district than the row names is another village, or a mistake that nobody can settle here.
    const here = districtName === undefined ? named : named.filter((each) => each.district === district);
    const [only, ...others] = here.length > 1 && villageKind ? here.filter(({ village }) => village.kind === villageKind) : here;
    if (!only || others.length > 0) return { ...place, villageName, villageCode: null };
    return {
      villageName: only.village.name,
      villageCode: only.village.code,
      districtName: only.district.name,
      districtCode: only.district.code,
    };
  };
}

const regencyWord = /^(?:kabupaten|kab\.?|kota|kotamadya|kodya)\s+/i;

/** The regency that a row's text names, when it is another one of the province; an abbreviation says nothing. */
export function otherRegencyOf(text: string, regency: Area, regencies: readonly Area[]): string | undefined {
  const spelling = text.replace(/^kab(?:\.\s*|\s+)/i, 'Kabupaten ');
  const isNamed = ({ name }: Area) =>
    nameKeyOf(name) === nameKeyOf(spelling) || nameKeyOf(name.replace(regencyWord, '')) === nameKeyOf(text);
  return isNamed(regency) ? undefined : regencies.find(isNamed)?.name;
}
