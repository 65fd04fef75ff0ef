/** What a paper takes from the office that it is made for. */
import type { Seal } from './paper.ts';

export interface PaperSetting {
  /** All of this office's data is invented. */
  isDemo: boolean;
  /** The lines of the office's letterhead, in their order; none until it has set them. */
  office: readonly string[];
  /** Where the office's public page stands: 'https://pantau.example.go.id'. */
  origin: string;
}

/** Where anyone who holds a paper can see whether the office has its record; the address says nothing of what is in it. */
export const checkAddressOf = (origin: string, contentHash: string): string => `${origin}/v/${contentHash}`;

export const sealAt = ({ origin }: PaperSetting, contentHash: string): Seal => ({
  contentHash,
  checkAddress: checkAddressOf(origin, contentHash),
});
