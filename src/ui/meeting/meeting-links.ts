/** Where the parts of one meeting stand. */
export const cooperativeHref = (cooperativeId: string): string => `/koperasi/${cooperativeId}`;
export const meetingHref = (cooperativeId: string, meetingId: string): string => `/koperasi/${cooperativeId}/rat/${meetingId}`;
export const planHref = (cooperativeId: string, meetingId: string): string => `/koperasi/${cooperativeId}/rat/baru/${meetingId}`;

export type MeetingPart =
  | 'roster'
  | 'hadir'
  | 'notulen'
  | 'tandatangan'
  | 'berita-acara'
  | 'daftar-hadir'
  | 'lembar-notulen'
  | 'kartu'
  | 'tablet';
export const partHref = (cooperativeId: string, meetingId: string, part: MeetingPart): string =>
  `${meetingHref(cooperativeId, meetingId)}/${part}`;
