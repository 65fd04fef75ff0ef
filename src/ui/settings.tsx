/** What lies behind the last tab: the rest of the index, language, appearance, who is signed in, the way out. */
import { Button } from './kit/button.tsx';
import { ChoiceList } from './kit/choice-list.tsx';
import { Dialog } from './kit/dialog.tsx';
import { Item } from './kit/list.tsx';
import { chooseTheme, theme } from './kit/theme.ts';
import type { NavigationEntry, SignedIn } from './navigation.ts';
import { chooseLanguage, language } from './words/language.ts';
import { useWords } from './words/words.ts';

export interface SettingsDialogProps {
  open: boolean;
  onClose: () => void;
  rest: readonly NavigationEntry[];
  signedIn?: SignedIn;
  onSignOut?: () => void;
  version?: string | undefined;
}

export function SettingsDialog({ open, onClose, rest, signedIn, onSignOut, version }: SettingsDialogProps) {
  const words = useWords();
  return (
    <Dialog open={open} onClose={onClose} title={signedIn ? words.more : `${words.languageName} · ${words.theme}`}>
      {rest.length > 0 && (
        <ul class="rows phone-only">
          {rest.map((entry) => (
            <li key={entry.href}>
              <Item title={entry.label} href={entry.href} />
            </li>
          ))}
        </ul>
      )}
      <ChoiceList
        label={words.languageName}
        segments
        value={language.value}
        onValue={chooseLanguage}
        choices={[
          { value: 'id', label: words.indonesian },
          { value: 'en', label: words.english },
        ]}
      />
      <ChoiceList
        label={words.theme}
        segments
        value={theme.value}
        onValue={chooseTheme}
        choices={[
          { value: 'daylight', label: words.themeDaylight },
          { value: 'contrast', label: words.themeContrast },
        ]}
      />
      {signedIn && (
        <div class="row apart">
          <p>
            <span class="small muted">{words.signedInAs}</span>
            <br />
            <strong>{signedIn.name}</strong> · {signedIn.role}
          </p>
          <Button icon="logout" onClick={onSignOut}>
            {words.signOut}
          </Button>
        </div>
      )}
      {version && (
        <p class="small muted">
          {words.version} {version}
        </p>
      )}
    </Dialog>
  );
}
