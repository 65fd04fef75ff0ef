/** The PDF of the paper on the screen: made when it is asked for, forgotten when the paper says something else. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { makePdf, type Pdf } from './make-pdf.ts';
import type { Paper } from './paper.ts';

export type PdfState =
  | { kind: 'none' }
  | { kind: 'making' }
  | { kind: 'made'; pdf: Pdf; passedOn?: 'saved' | 'shared' | 'notShared' | 'notOpened' }
  | { kind: 'notMade' };

export interface PdfOfPaper {
  state: PdfState;
  make: () => void;
  passedOn: (how: 'saved' | 'shared' | 'notShared' | 'notOpened') => void;
}

export function usePdf(paper: Paper): PdfOfPaper {
  const [state, setState] = useState<PdfState>({ kind: 'none' });
  const asked = useRef(0);
  const madeOf = useRef<string | undefined>(undefined);
  useEffect(() => {
    // Whatever is written on the tablet has the rows read again, as a rule to say the same.
    if (madeOf.current === undefined || madeOf.current === JSON.stringify(paper)) return;
    madeOf.current = undefined;
    asked.current += 1;
    setState({ kind: 'none' });
  }, [paper]);
  return {
    state,
    make: () => {
      asked.current += 1;
      const mine = asked.current;
      madeOf.current = JSON.stringify(paper);
      setState({ kind: 'making' });
      void makePdf(paper).then((pdf) => {
        if (mine === asked.current) setState(pdf ? { kind: 'made', pdf } : { kind: 'notMade' });
      });
    },
    passedOn: (how) => setState((now) => (now.kind === 'made' ? { ...now, passedOn: how } : now)),
  };
}
