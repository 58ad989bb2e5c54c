import type { Problem } from '../outcome/outcome.ts';
import type { PictureFault } from '../workers/picture-encoding.ts';

const refusal = (code: string, ja: string, en: string): Problem => ({ code, message: { ja, en } });

/** Why a file is not taken as a picture, and what to do. */
export const refusals: Readonly<Record<PictureFault, Problem>> = {
  'too-large': refusal(
    'file-too-large',
    '画像は8MBまでにしてください。縮小して保存すると小さくなります。',
    'Keep the picture to 8 MB. Saving it in a smaller size helps.',
  ),
  'wrong-type': refusal(
    'file-type',
    '画像として読めませんでした。JPEG、PNG、WebPの、動かない画像を選んでください。',
    'This could not be read as a picture. Choose a JPEG, PNG or WebP file that does not move.',
  ),
  'too-many-pixels': refusal(
    'too-many-pixels',
    '画像が大きすぎます。縦と横をかけて2,500万画素まで、長い辺は12,000画素までに縮小してください。',
    'The picture is too large. Scale it down to 25 million pixels, with no side over 12,000.',
  ),
  'not-read': refusal(
    'picture-not-read',
    '画像がこわれているようです。画像を開いて保存し直し、もう一度選んでください。',
    'The picture seems to be damaged. Open it, save it again, and choose the new file.',
  ),
  busy: refusal(
    'busy',
    'ほかの画像を処理しています。少し待ってから、もう一度送ってください。',
    'Other pictures are being processed. Wait a moment, then send it again.',
  ),
};

export const beingReviewed = refusal(
  'being-reviewed',
  'この登録はいま書き換えられないため、画像も変えられません。',
  'This entry cannot be changed now, and neither can its picture.',
);

export const pictureGone = refusal(
  'picture-gone',
  '画像が見つかりません。もう一度選んでください。',
  'The picture is no longer there. Choose it again.',
);
