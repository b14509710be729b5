/** Where the file went, in a sentence; a browser says so itself. */
export const FILE_WAY = ''

/** Hands a file at a link over to the user: the browser downloads it. */
export const saveFile = ({ name, url }: { name: string; url: string }): Promise<void> => {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  return Promise.resolve()
}
