/** What browsers still draw on one canvas, in pixels. */
const SIDE_MAX = 16_000;
const AREA_MAX = 120_000_000;

/**
 * A standalone SVG picture as PNG, so many times as large; less where the browser could not draw
 * that much. Only in a browser; rejects when it can't read the picture.
 */
export async function pngOf(svg: string, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const most = Math.min(SIDE_MAX / Math.max(width, height), Math.sqrt(AREA_MAX / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * Math.min(scale, most));
  canvas.height = Math.round(height * Math.min(scale, most));
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
