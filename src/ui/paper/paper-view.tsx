/** Draws a paper on the screen, as a sheet of A4, and on paper when the page is printed. */
import { Sheet } from '../kit/sheet.tsx';
import { SignatureImage } from '../kit/signature-pad.tsx';
import { reachable } from '../kit/table.tsx';
import { type Block, type Card, type Cell, isSignature, type Paper, type Signer, type Table, writtenCell } from './paper.ts';
import './paper.css';

export function PaperView({ paper: { title, letterhead, isDemo, blocks, isBare } }: { paper: Paper }) {
  return (
    <div class="paper">
      {isDemo && <p class="paper-demo">DATA CONTOH, BUKAN DOKUMEN RESMI</p>}
      <Sheet
        title={title}
        letterhead={
          !isBare && (
            <>
              {letterhead.office.map((line) => (
                <span class="paper-office" key={line}>
                  {line}
                </span>
              ))}
              <span class="paper-name">{letterhead.name}</span>
              {letterhead.lines.map((line) => (
                <span class="paper-line" key={line}>
                  {line}
                </span>
              ))}
            </>
          )
        }
      >
        <Blocks blocks={blocks} />
      </Sheet>
    </div>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  // A paper is made anew whenever its record changes; no block of it keeps a state.
  return (
    <>
      {blocks.map((block, place) => (
        <BlockView key={`${place} ${block.kind}`} block={block} />
      ))}
    </>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return (
        <header class="paper-title">
          <h1>
            {block.lines.map((line, place) => (
              <span key={line}>
                {place > 0 && <br />}
                {line}
              </span>
            ))}
          </h1>
          {block.below && <p>{block.below}</p>}
        </header>
      );
    case 'text':
      return <p class="paper-text">{block.text}</p>;
    case 'note':
      return <p class="paper-note keep">{block.text}</p>;
    case 'section':
      return (
        <section class={block.onNewPage ? 'paper-annex' : undefined}>
          <h2>{block.heading}</h2>
          <Blocks blocks={block.blocks} />
        </section>
      );
    case 'list':
      return (
        <ol class="paper-list">
          {block.items.map(({ text, note }) => (
            <li key={text}>
              {text}
              {note && <span class="paper-note">{note}</span>}
            </li>
          ))}
        </ol>
      );
    case 'table':
      return <TableView table={block} />;
    case 'cards':
      return (
        <ul class="paper-cards">
          {block.cards.map((card) => (
            <CardView key={card.code} {...card} />
          ))}
        </ul>
      );
    case 'signers':
      return (
        <div class="signatures">
          {block.signers.map((signer) => (
            <SignerView key={`${signer.title} ${signer.name}`} {...signer} />
          ))}
        </div>
      );
    case 'seal':
      return (
        <p class="paper-seal keep">
          {block.text}
          {block.warning && <strong>{block.warning}</strong>}
        </p>
      );
  }
}

/** The code is drawn on the paper alone: hundreds of them would only keep the screen waiting. */
function CardView({ heading, number }: Card) {
  return (
    <li>
      <span class="paper-note">{heading}</span>
      <strong>{number}</strong>
    </li>
  );
}

function TableView({ table: { caption, columns, rows, isForPen } }: { table: Table }) {
  const hasHead = columns.some(({ title }) => title !== undefined);
  return (
    <table class={isForPen ? 'paper-pen' : undefined} {...reachable}>
      {caption && <caption>{caption}</caption>}
      {hasHead && (
        <thead>
          <tr>
            {columns.map(({ title, isFigure }) => (
              <th key={title} scope="col" class={isFigure ? 'end' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ cells, isTotal }, line) => (
          // Rows of a finished paper never change their order, and two of them may say the same.
          <tr key={String(line)} class={isTotal ? 'paper-total' : undefined}>
            {cells.map((cell, place) => (
              <CellView key={String(place)} cell={cell} isFigure={columns[place]?.isFigure} isHead={place === 0 && !columns[0]?.isFigure} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellView({ cell, isFigure, isHead }: { cell: Cell; isFigure: boolean | undefined; isHead: boolean }) {
  if (isSignature(cell)) {
    const { name, strokes, place } = cell;
    return (
      <td class="paper-sign">
        {strokes && strokes.length > 0 ? (
          <SignatureImage name={name} strokes={strokes} />
        ) : (
          <span class={place % 2 === 0 ? 'paper-pen-number right' : 'paper-pen-number'}>{place}.</span>
        )}
      </td>
    );
  }
  const { text, note, span, isFigure: asFigure = isFigure } = writtenCell(cell);
  const said = (
    <>
      {text}
      {note && <span class="paper-note">{note}</span>}
    </>
  );
  if (isHead) {
    return (
      <th scope="row" class="paper-cell">
        {said}
      </th>
    );
  }
  // Only a narrow screen asks: what is long must not become a column of single words.
  const looks = asFigure ? 'end' : text.length > 24 ? 'paper-cell paper-long' : 'paper-cell';
  return (
    <td class={looks} colSpan={span}>
      {said}
    </td>
  );
}

function SignerView({ title, name, strokes, isAlone }: Signer) {
  return (
    <div class={isAlone ? 'keep paper-signer alone' : 'keep paper-signer'}>
      <div>{title}</div>
      {strokes && strokes.length > 0 ? <SignatureImage name={name} strokes={strokes} /> : <div class="paper-unsigned" />}
      <div class="paper-signed-name">{name}</div>
    </div>
  );
}
