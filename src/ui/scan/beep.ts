/** A short sound and a shake for whoever looks at the people and not at the tablet: high for done, low for not. */

const pitches = { good: 1046, warn: 523, bad: 262 } as const;
const seconds = 0.09;
let audio: AudioContext | undefined;

/** A tablet without sound stays silent; nothing depends on it. */
export function beep(tone: keyof typeof pitches): void {
  try {
    navigator.vibrate?.(tone === 'good' ? 60 : [60, 60, 60]);
    audio ??= new AudioContext();
    void audio.resume();
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    oscillator.frequency.value = pitches[tone];
    volume.gain.value = 0.2;
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start();
    oscillator.stop(audio.currentTime + (tone === 'good' ? seconds : 3 * seconds));
  } catch {
    // No sound on this device.
  }
}
