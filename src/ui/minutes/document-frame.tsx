/** What the printed documents of a meeting have around them: the cooperative's letterhead and the mark of made-up data. */
import type { ComponentChildren } from 'preact';
import type { Cooperative } from '../../domain/cooperative.ts';
import { formatDay } from '../../domain/day.ts';
import type { MinutesContent } from '../../domain/minutes.ts';
import { useApp } from '../app-context.ts';
import { Sheet } from '../kit/sheet.tsx';
import { language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { fullNameOf } from './document-words.ts';
import { minutesWords } from './minutes-words.ts';
import './document.css';

export interface DocumentSheetProps {
  title: string;
  cooperative: Cooperative;
  /** Who the cooperative was when the document was sealed; without it, who it is. */
  identity?: MinutesContent['identity'];
  children: ComponentChildren;
}

export function DocumentSheet({ title, cooperative, identity, children }: DocumentSheetProps) {
  const { session } = useApp();
  const { legalEntityNumber, legalEntityOn, nikKoperasi } = identity ?? cooperative;
  const address = [cooperative.address, cooperative.villageName, cooperative.districtName].filter(Boolean).join(', ');
  const legal = [
    legalEntityNumber && `Badan hukum nomor ${legalEntityNumber}${legalEntityOn ? `, ${formatDay(legalEntityOn, 'id')}` : ''}`,
    nikKoperasi && `NIK Koperasi ${nikKoperasi}`,
  ].filter(Boolean);
  return (
    <div class="document">
      {(session.isDemo || cooperative.isDemo) && <p class="document-demo">DATA CONTOH, BUKAN DOKUMEN RESMI</p>}
      <Sheet
        title={title}
        letterhead={
          <>
            <span class="document-name">{fullNameOf({ name: identity?.name ?? cooperative.name, group: cooperative.group })}</span>
            {legal.length > 0 && <span class="document-legal">{legal.join(' · ')}</span>}
            {address && <span class="document-legal">{address}</span>}
          </>
        }
      >
        {children}
      </Sheet>
    </div>
  );
}

/** Said only to those who use the app in another language. */
export function LanguageNote() {
  const words = useWords(minutesWords);
  return language.value === 'id' ? null : <p class="small muted no-print">{words.documentLanguage}</p>;
}
