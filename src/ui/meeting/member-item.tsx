/** One member as a row of a list: name above, number, sex and group below. */
import type { ComponentChildren } from 'preact';
import type { RosterMember } from '../../domain/roster.ts';
import { Item } from '../kit/list.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';

type Shown = Omit<RosterMember, 'memberKey'>;

export interface MemberItemProps {
  member: Shown;
  side?: ComponentChildren;
  onClick?: () => void;
  pressed?: boolean;
}

export function MemberItem({ member, side, onClick, pressed }: MemberItemProps) {
  const detail = useMemberDetail(member);
  return <Item clipped title={member.name} detail={detail} {...{ side, onClick, pressed }} />;
}

/** `No. 0107 · P · Mawar` */
export function useMemberDetail({ memberNumber, sex, group }: Shown): string {
  const words = useWords(meetingWords);
  return [memberNumber ? words.number(memberNumber) : words.noNumber, sex && words.sexes[sex].short, group].filter(Boolean).join(' · ');
}
