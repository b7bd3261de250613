/** As a download of the browser. */
export function saveBlob(data: Blob | undefined, name: string) {
  const address = URL.createObjectURL(data ?? new Blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
