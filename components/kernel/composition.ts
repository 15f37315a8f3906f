/** Keeps the Enter that ends the conversion of kana from submitting; Safari marks it by its key code only. */
export function guardComposition(event: KeyboardEvent): void {
  if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
}
