#!/usr/bin/env node
// The command line of Pantau, run from its TypeScript sources.

import { register } from 'tsx/esm/api';

register();
await import('../server/cli/main.ts');
