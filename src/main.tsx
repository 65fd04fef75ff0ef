// Puts the app together.

import { render } from 'preact';

const root = document.getElementById('app');
if (root) render(<p>Pantau {__APP_VERSION__}</p>, root);
