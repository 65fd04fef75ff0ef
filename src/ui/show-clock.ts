/** A time of day as it is written in the chosen language: 09.00, 09:00. */
import { language } from './words/language.ts';

export const showClock = (time: string): string => (language.value === 'id' ? time.replace(':', '.') : time);
