/** Signing in: once with a network, or again when the office no longer knows the tablet. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SignInAnswer, SignInRefusal } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { showCount } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { TextField } from '../kit/text-field.tsx';
import { knownOfficers } from '../known-officers.ts';
import { Gate } from '../shell.tsx';
import { signIn as wordsEn } from '../words/en/sign-in.ts';
import { signIn as wordsId } from '../words/id/sign-in.ts';
import { dictionary, useWords } from '../words/words.ts';

const signInWords = dictionary(wordsId, wordsEn);

export interface SignInScreenProps {
  signIn: (username: string, password: string) => Promise<SignInAnswer>;
  onSignedIn?: () => void;
  /** The officer whose database the browser has thrown away. */
  emptied?: string | undefined;
  /** An officer's work stands open on this tablet meanwhile, whether the office knows the tablet or not. */
  atWork?: boolean;
}

export function SignInScreen({ signIn, onSignedIn, emptied, atWork }: SignInScreenProps) {
  const words = useWords(signInWords);
  const officers = knownOfficers();
  const [username, setUsername] = useState(officers[0]?.username ?? '');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SignInRefusal | undefined>(undefined);

  const send = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    setAnswer(undefined);
    if (busy || !username.trim() || !password) return;
    setBusy(true);
    const given = await signIn(username, password);
    setBusy(false);
    if (given.kind === 'signedIn') onSignedIn?.();
    else setAnswer(given);
  };

  return (
    <Gate title={words.title}>
      <p class="muted">{words.purpose}</p>
      {atWork && (
        <LinkButton icon="back" href="/" full>
          {words.goOn}
        </LinkButton>
      )}
      {emptied !== undefined && <Emptied officerId={emptied} />}
      {answer && <Answer answer={answer} />}
      {officers.length > 1 && (
        <div class="stack tight">
          <h2 class="small muted">{words.officers}</h2>
          <List rows={officers} keyOf={(officer) => officer.officerId} label={words.officers}>
            {(officer) => (
              <Item
                title={officer.name}
                detail={officer.username}
                pressed={officer.username === username}
                onClick={() => {
                  setUsername(officer.username);
                  setPassword('');
                }}
              />
            )}
          </List>
        </div>
      )}
      <form class="stack" onSubmit={send} noValidate>
        <TextField
          label={words.username}
          name="username"
          autoComplete="username"
          value={username}
          onValue={setUsername}
          {...(asked && !username.trim() ? { error: words.missingUsername } : {})}
        />
        <TextField
          label={words.password}
          name="password"
          secret
          autoComplete="current-password"
          value={password}
          onValue={setPassword}
          {...(asked && !password ? { error: words.missingPassword } : {})}
        />
        <Button look="primary" type="submit" full busy={busy}>
          {words.act}
        </Button>
      </form>
    </Gate>
  );
}

/** What is lost is told in words that nothing else of the first load needs. */
function Emptied({ officerId }: { officerId: string }) {
  const [Notice, setNotice] = useState<FunctionComponent<{ officerId: string }>>();
  useEffect(() => {
    void import('../loss/emptied-notice.tsx').then((room) => setNotice(() => room.EmptiedNotice)).catch(() => undefined);
  }, []);
  return Notice ? <Notice officerId={officerId} /> : null;
}

function Answer({ answer }: { answer: SignInRefusal }) {
  const words = useWords(signInWords);
  if (answer.kind !== 'busy') {
    const { title, body } = words[answer.kind];
    return (
      <Banner tone={answer.kind === 'unreachable' ? 'warn' : 'bad'} urgent title={title}>
        {body}
      </Banner>
    );
  }
  const seconds = Math.ceil(answer.retryAfterMs / 1000);
  const wait = seconds < 90 ? words.busy.seconds(showCount(seconds)) : words.busy.minutes(showCount(Math.ceil(seconds / 60)));
  return (
    <Banner tone="warn" urgent title={words.busy.title}>
      {words.busy.body(wait)}
    </Banner>
  );
}
