// How large a register file may be: the same for the screen that sends it, the door that takes it, and the command line.

const megabyte = 1024 * 1024;

/** A province's register of 20,000 cooperatives is some 6 MB. */
const mostMegabytes = 32;

export const registerLimits = {
  megabytes: mostMegabytes,
  fileBytes: mostMegabytes * megabyte,
  sheetBytes: 128 * megabyte,
  rows: 200_000,
} as const;
