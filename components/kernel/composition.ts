/** Enter that ends the conversion of kana sends nothing; Safari tells it only by its key code. */
export function guardComposition(event: KeyboardEvent): void {
  if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
}
