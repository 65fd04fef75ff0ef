/** What every paper of a meeting has around its content: whose it is, what it is called as a file, and what binds it to the record. */
import type { Cooperative } from '../../domain/cooperative.ts';
import { type Day, dayOf, formatDay } from '../../domain/day.ts';
import type { Minutes, MinutesContent } from '../../domain/minutes.ts';
import { heldOnOf, type RatMeeting } from '../../domain/rat-meeting.ts';
import { fileNameOf } from '../paper/file-name.ts';
import type { Block, Letterhead, Paper } from '../paper/paper.ts';
import { type PaperSetting, sealAt } from '../paper/paper-setting.ts';
import { yearsInWords } from './decision-words.ts';
import { fullNameOf, kindNames } from './document-words.ts';

export interface MeetingPaperSources {
  meeting: RatMeeting;
  cooperative: Cooperative;
  /** Sealed: they say who the cooperative was when it met. */
  minutes: Minutes | undefined;
}

export interface MeetingPaperParts {
  /** 'Berita acara'. */
  title: string;
  /** As it stands above the text: 'BERITA ACARA'. */
  heading: string;
  below?: string;
  blocks: readonly Block[];
}

export function meetingPaper(
  { meeting, cooperative, minutes }: MeetingPaperSources,
  setting: PaperSetting,
  { title, heading, below, blocks }: MeetingPaperParts,
): Paper {
  const years = minutes?.bookYears ?? meeting.bookYears;
  const letterhead = letterheadOf(cooperative, minutes?.identity, setting);
  const lines = [heading, kindNames[meeting.kind].toUpperCase(), `TAHUN BUKU ${yearsInWords(years).toUpperCase()}`];
  return {
    title,
    fileName: fileNameOf(title, letterhead.name, years.join(' ')),
    letterhead,
    isDemo: setting.isDemo || cooperative.isDemo === true,
    blocks: [{ kind: 'title', lines, ...(below ? { below } : {}) }, ...blocks],
    ...(minutes ? { seal: sealAt(setting, minutes.contentHash) } : {}),
  };
}

/** The day whose letterhead a paper of the meeting bears. */
export const paperDayOf = (meeting: RatMeeting): Day => heldOnOf(meeting) ?? meeting.opening?.heldOn ?? dayOf(meeting.recordedAt);

/** Without `identity`, who the cooperative is today. */
export function letterheadOf(cooperative: Cooperative, identity: MinutesContent['identity'], { office }: PaperSetting): Letterhead {
  const { legalEntityNumber, legalEntityOn, nikKoperasi } = identity ?? cooperative;
  const legal = [
    legalEntityNumber && `Badan hukum nomor ${legalEntityNumber}${legalEntityOn ? `, ${formatDay(legalEntityOn, 'id')}` : ''}`,
    nikKoperasi && `NIK Koperasi ${nikKoperasi}`,
  ].filter(Boolean);
  const address = [cooperative.address, cooperative.villageName, cooperative.districtName].filter(Boolean).join(', ');
  return {
    office,
    name: fullNameOf({ name: identity?.name ?? cooperative.name, group: cooperative.group }),
    lines: [legal.join(' · '), address].filter(Boolean),
  };
}
