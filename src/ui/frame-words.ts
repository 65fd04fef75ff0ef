/** The words of the frame, for every part of it. */
import { frame as frameEn } from './words/en/frame.ts';
import { frame as frameId } from './words/id/frame.ts';
import { dictionary } from './words/words.ts';

export const frameWords = dictionary(frameId, frameEn);
export type FrameWords = typeof frameId;
