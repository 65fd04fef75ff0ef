// `npm run kills [-- --kills N]`: the server and its PostgreSQL killed N times each while tablets send, and the database away for a minute.
import { runLong } from '../support/long-run.ts';

runLong('test/kills', { kills: 50 }, { kills: 'PANTAU_KILLS' });
