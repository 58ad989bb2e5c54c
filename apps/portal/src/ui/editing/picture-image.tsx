import { pictureFileOf } from '../../platform/pictures/picture.ts';

interface PictureImageProps {
  file: string;
  href: string;
  alt: string;
}

/** A picture with its size, so that nothing moves when it arrives; nothing for the name of no picture. */
export function PictureImage({ file, href, alt }: PictureImageProps) {
  const size = pictureFileOf(file);
  if (!size) return null;
  return <img src={href} alt={alt} width={size.width} height={size.height} decoding="async" loading="lazy" />;
}
