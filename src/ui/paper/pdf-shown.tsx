/** How the PDF of a paper is coming along, and what can be done with it once it is there. */
import { canShareFile, openBlob, saveBlob, shareBlob } from '../hand-out.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { showBytes } from '../storage-use.ts';
import { useWords } from '../words/words.ts';
import type { Pdf } from './make-pdf.ts';
import { paperWords } from './paper-words.ts';
import type { PdfOfPaper, PdfState } from './use-pdf.ts';

export function PdfButton({ pdf: { state, make } }: { pdf: PdfOfPaper }) {
  const words = useWords(paperWords);
  return (
    <Button look="primary" icon="document" busy={state.kind === 'making'} onClick={make}>
      {state.kind === 'making' ? words.making : words.make}
    </Button>
  );
}

export function PdfShown({ pdf: { state, passedOn } }: { pdf: PdfOfPaper }) {
  const words = useWords(paperWords);
  if (state.kind === 'none') return null;
  return (
    <div class="no-print">
      {state.kind === 'making' && (
        <Banner tone="info" title={words.making} urgent>
          {words.makingNote}
        </Banner>
      )}
      {state.kind === 'notMade' && (
        <Banner tone="bad" title={words.notMade.title} urgent>
          {words.notMade.body}
        </Banner>
      )}
      {state.kind === 'made' && <Made {...state} onPassedOn={passedOn} />}
    </div>
  );
}

interface MadeProps {
  pdf: Pdf;
  passedOn?: Extract<PdfState, { kind: 'made' }>['passedOn'];
  onPassedOn: PdfOfPaper['passedOn'];
}

function Made({ pdf, passedOn, onPassedOn }: MadeProps) {
  const words = useWords(paperWords);
  const share = async () => {
    const how = await shareBlob(pdf);
    if (how !== 'closed') onPassedOn(how);
  };
  const failed = passedOn === 'notShared' || passedOn === 'notOpened';
  return (
    <Banner
      tone={failed ? 'warn' : 'good'}
      urgent
      title={words.made(showBytes(pdf.blob.size))}
      actions={
        <>
          <Button
            look="primary"
            icon="download"
            onClick={() => {
              saveBlob(pdf);
              onPassedOn('saved');
            }}
          >
            {words.save}
          </Button>
          {canShareFile(pdf) && (
            <Button icon="upload" onClick={() => void share()}>
              {words.share}
            </Button>
          )}
          <Button
            icon="document"
            onClick={() => {
              if (!openBlob(pdf.blob)) onPassedOn('notOpened');
            }}
          >
            {words.open}
          </Button>
        </>
      }
    >
      <p>{passedOn === 'saved' ? words.saved(pdf.name) : passedOn ? words[passedOn] : words.madeNote}</p>
    </Banner>
  );
}
