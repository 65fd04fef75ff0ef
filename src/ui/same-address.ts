/** A second tap on a link that has already been followed: without this the same screen would be stacked twice, and Back need two taps. */
export function ignoreSameAddress(): void {
  addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || link.hash || link.target || link.href !== location.href) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}
