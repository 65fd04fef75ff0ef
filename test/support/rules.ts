// A share as the fixtures write it: `>1/2` is more than half, `>=1/5` at least a fifth.
import type { QuorumRule } from '../../src/domain/quorum.ts';

export function ruleFrom(text: string): QuorumRule {
  const [, sign, num, den] = /^(>=?)(-?[\d.]+)\/(-?[\d.]+)$/.exec(text) ?? [];
  if (!sign) throw new Error(`not a share: ${text}`);
  return { num: Number(num), den: Number(den), strict: sign === '>' };
}
