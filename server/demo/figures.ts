// Yearly figures of the demo province: members, capital, turnover and surplus that fit a cooperative's size and each other.
import type { Figures } from '../../src/domain/yearly-figures.ts';
import type { Chance } from './chance.ts';
import type { DemoCooperative } from './cooperative.ts';

/** Whole thousands, as books are written. */
const thousands = (rupiah: number): number => Math.round(rupiah / 1000) * 1000;

/** Grows by a few percent a year; about one in twelve closes with a loss. */
export function figuresFor({ size, shareOfWomen, foundedOn, kind }: DemoCooperative, bookYear: number, chance: Chance): Figures {
  const age = bookYear - Number(foundedOn.slice(0, 4));
  const membersTotal = Math.max(20, Math.round(size * (0.8 + 0.012 * age + 0.08 * chance.next())));
  const membersFemale = Math.round(membersTotal * shareOfWomen);
  const each = 350_000 + 110_000 * age + 1_500_000 * chance.next();
  const principalSavings = membersTotal * 100_000;
  const mandatorySavings = thousands(membersTotal * (240_000 * Math.min(age, 12) + 60_000 * chance.next()));
  const ownCapital = principalSavings + mandatorySavings + thousands(membersTotal * each);
  const externalCapital = thousands(ownCapital * chance.next() * (kind.type === 'savingsLoan' ? 1.4 : 0.6));
  const businessVolume = thousands((ownCapital + externalCapital) * (0.5 + 1.4 * chance.next()));
  const shu = thousands(businessVolume * (chance.happens(0.08) ? -0.04 : 0.03 + 0.06 * chance.next()));
  return {
    membersMale: membersTotal - membersFemale,
    membersFemale,
    membersTotal,
    managers: size > 80 ? 1 : 0,
    employees: Math.floor((size / 30) * chance.next() * 2),
    principalSavings,
    mandatorySavings,
    ownCapital,
    externalCapital,
    assets: ownCapital + externalCapital + Math.max(0, shu),
    businessVolume,
    shu,
  };
}
