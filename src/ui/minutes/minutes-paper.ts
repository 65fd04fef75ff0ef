/** The Berita Acara RAT (domain section 1.5): what was sealed, with its signatures and whatever was amended since. */
import type { Minutes } from '../../domain/minutes.ts';
import type { Block, Paper } from '../paper/paper.ts';
import type { PaperSetting } from '../paper/paper-setting.ts';
import { type MeetingPaperSources, meetingPaper } from './meeting-paper.ts';
import { amendmentBlocks } from './paper-amendments.ts';
import { agendaBlocks, decisionBlocks, electedBlocks } from './paper-decisions.ts';
import { budgetBlocks, ratifiedBlocks, shareBlocks } from './paper-figures.ts';
import { openingBlocks, presenceBlocks } from './paper-opening.ts';
import { sealBlock, signatureBlocks } from './paper-signatures.ts';

export interface MinutesPaperSources extends MeetingPaperSources {
  minutes: Minutes;
  /** Of whoever amended the minutes; others stay unnamed rather than numbered. */
  officerNames: ReadonlyMap<string, string>;
}

export function minutesPaperOf(sources: MinutesPaperSources, setting: PaperSetting): Paper {
  const { minutes, officerNames } = sources;
  const blocks: Block[] = [
    ...openingBlocks(sources),
    ...presenceBlocks(sources),
    ...agendaBlocks(minutes.agenda),
    ...decisionBlocks(minutes.decisions, minutes.presence.voters),
    ...ratifiedBlocks(minutes.ratified),
    ...shareBlocks(minutes),
    ...budgetBlocks(minutes),
    ...electedBlocks(minutes.elected),
    ...signatureBlocks(minutes),
    sealBlock(minutes),
    ...amendmentBlocks(minutes, officerNames),
  ];
  return meetingPaper(sources, setting, {
    title: 'Berita acara',
    heading: 'BERITA ACARA',
    ...(minutes.number ? { below: `Nomor: ${minutes.number}` } : {}),
    blocks,
  });
}
