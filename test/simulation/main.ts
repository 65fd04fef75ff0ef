// `npm run simulate -- --seeds N [--seed S]`: as many seeded worlds as asked for, from seed S on.
import { runLong } from '../support/long-run.ts';

runLong('test/simulation', { seeds: 200, seed: 1 }, { seeds: 'PANTAU_SEEDS', seed: 'PANTAU_SEED' });
