/** The list of cooperatives, in English. */
import type { cooperatives as source } from '../id/cooperatives.ts';

export const cooperatives: typeof source = {
  title: 'Cooperatives',
  search: 'Search by name, number, village or group',
  list: 'List of cooperatives',
  filter: 'Filter',
  filterBy: 'Filter the list',
  show: (count) => `Show ${count}`,
  clear: 'Clear the filter',
  every: 'All',
  activity: 'Activity',
  rat: 'RAT status of the book year asked for',
  ratHint: (bookYear) => `With books closed in December: book year ${bookYear}.`,
  legal: 'Legal entity',
  regency: 'Regency or city',
  district: 'District',
  nothing: { title: 'No cooperative fits', body: 'Check the spelling, use a shorter word, or clear the filter.' },
  empty: { title: 'The register on this tablet is still empty', body: 'Cooperatives appear once the tablet has reached the office.' },
  noPolicy: 'Statuses cannot be worked out yet: the office’s rules have not reached this tablet.',
};
