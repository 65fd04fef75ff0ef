/** A screen that shows one paper, and makes it a PDF or prints it. */
import type { ComponentChildren } from 'preact';
import { PrintButton } from '../kit/sheet.tsx';
import { Shell } from '../shell.tsx';
import { language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import type { Paper } from './paper.ts';
import { PaperView } from './paper-view.tsx';
import { paperWords } from './paper-words.ts';
import { PdfButton, PdfShown } from './pdf-shown.tsx';
import { usePdf } from './use-pdf.ts';

export interface PaperPageProps {
  title: string;
  back: string;
  paper: Paper;
  /** Where one may want to go from here. */
  links?: ComponentChildren;
}

export function PaperPage({ title, back, paper, links }: PaperPageProps) {
  const pdf = usePdf(paper);
  return (
    <Shell
      title={title}
      back={back}
      actions={
        <>
          <PdfButton pdf={pdf} />
          <PrintButton look="secondary" />
        </>
      }
    >
      <PdfShown pdf={pdf} />
      <LanguageNote />
      <PaperView paper={paper} />
      {links && <div class="actions no-print">{links}</div>}
    </Shell>
  );
}

/** Said only to those who use the app in another language. */
export function LanguageNote() {
  const words = useWords(paperWords);
  return language.value === 'id' ? null : <p class="small muted no-print">{words.documentLanguage}</p>;
}
