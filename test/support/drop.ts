/** Drops files on an element, as a person does with a mouse. */
export function dropFiles(
  target: HTMLElement,
  files: readonly File[],
): {dragover: DragEvent; drop: DragEvent} {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const fire = (type: string) => {
    const event = new DragEvent(type, {dataTransfer, bubbles: true, composed: true, cancelable: true});
    target.dispatchEvent(event);
    return event;
  };
  return {dragover: fire('dragover'), drop: fire('drop')};
}
