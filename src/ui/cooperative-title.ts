/** A cooperative as people call it: its group before its name. */
import type { Cooperative } from '../domain/cooperative.ts';

type Called = Pick<Cooperative, 'name' | 'group'>;

export const cooperativeTitle = ({ name, group }: Called): string => (group ? `${group} ${name}` : name);

/** Village and district, as far as they are known. */
export const cooperativePlace = ({ villageName, districtName }: Pick<Cooperative, 'villageName' | 'districtName'>): string =>
  [villageName, districtName].filter(Boolean).join(', ');
