/** How far a meeting has come, in Indonesian. */
export const meetingStates = {
  planned: 'Direncanakan',
  open: 'Sedang dibuka',
  cancelled: 'Dibatalkan',
  adjourned: 'Ditunda',
  waitingForVerification: 'Menunggu verifikasi',
  returned: 'Dikembalikan',
  verified: 'Terverifikasi',
};
