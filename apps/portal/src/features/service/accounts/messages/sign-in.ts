const ja = {
  signIn: {
    title: 'サインイン',
    heading: 'サインイン',
    lead: '｜取組《とりくみ》を｜登録《とうろく》する｜方《かた》と、｜編集《へんしゅう》・｜審査《しんさ》する｜方《かた》のページです。｜見《み》るだけなら、サインインはいりません。',
    description: '取組を登録・編集・審査する方のサインインページです。',
    email: 'メールアドレス',
    password: 'パスワード',
    submit: 'サインインする',
    forgotten: 'パスワードを｜忘《わす》れたとき',
    otherWays: 'ほかの｜方法《ほうほう》',
    passkey: 'パスキーでサインインする',
    passkeyFailed: 'パスキーでサインインできませんでした。もう一度試すか、パスワードを使ってください。',
    oidc: (name: string) => `${name}でサインインする`,
    invited: '｜招待《しょうたい》が｜必要《ひつよう》です',
    invitedBody:
      'アカウントは、｜運営者《うんえいしゃ》か｜所属《しょぞく》｜組織《そしき》からの｜招待《しょうたい》メールで｜作《つく》れます。',
    oidcFailed: 'サインインできませんでした。招待されたメールアドレスのアカウントか確かめてください。',
    signedOut: 'サインアウトしました。',
    left: '退会しました。お名前、メールアドレス、サインインの方法を消しました。',
    passwordChanged: 'パスワードを変えました。新しいパスワードでサインインしてください。',
    emailRestored:
      'メールアドレスを元に戻し、すべての端末をサインアウトさせました。届いたメールのリンクから、新しいパスワードを決めてください。',
  },
  demonstration: {
    heading: '｜見本《みほん》のアカウント',
    body: 'これは｜試《ため》しの｜環境《かんきょう》です。このコンピューターからだけ、｜次《つぎ》のアカウントで｜入《はい》れます。｜試《ため》しのためだけに、ほかのアカウントなら｜編集《へんしゅう》・｜審査《しんさ》・｜管理《かんり》に｜必要《ひつよう》な「もう｜一《ひと》つの｜確認《かくにん》｜方法《ほうほう》」は｜求《もと》めません。',
    password: '｜共通《きょうつう》のパスワード',
    caption: '見本のアカウント',
    role: '｜役割《やくわり》',
    email: 'メールアドレス',
  },
  secondFactor: {
    title: '確認コード',
    heading: '｜確認《かくにん》コードを｜入《い》れる',
    lead: '｜認証《にんしょう》アプリに｜出《で》ている6けたのコードを｜入《い》れてください。',
    code: '確認コード',
    codeHelp: 'アプリを使えないときは、控えておいたバックアップコードを入れてください。',
    submit: '｜確認《かくにん》する',
    restart: 'はじめからサインインする',
  },
  role: {
    provider: '登録者',
    editor: '編集者',
    reviewer: '審査者',
    administrator: '管理者',
  },
};

const en: typeof ja = {
  signIn: {
    title: 'Sign in',
    heading: 'Sign in',
    lead: 'For people who enter, edit and review initiatives. To look around, no account is needed.',
    description: 'Sign in to enter, edit or review initiatives.',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    forgotten: 'Forgotten your password?',
    otherWays: 'Other ways',
    passkey: 'Sign in with a passkey',
    passkeyFailed: 'The passkey did not work. Try again, or use your password.',
    oidc: (name) => `Sign in with ${name}`,
    invited: 'By invitation',
    invitedBody:
      'Accounts are made through an invitation by mail, from the people who run this site or from your organisation.',
    oidcFailed: 'Could not sign you in. Check that it is the account of the address that was invited.',
    signedOut: 'You are signed out.',
    left: 'Your account is deleted, with your name, your e-mail address and your ways to sign in.',
    passwordChanged: 'Your password is changed. Sign in with the new one.',
    emailRestored:
      'Your e-mail address is restored and all devices are signed out. Choose a new password with the link in the mail that comes.',
  },
  demonstration: {
    heading: 'Accounts to try',
    body: 'This is a trial on your own computer. From here, and only from here, these accounts can sign in. For trying things out alone they are not asked for the second factor that every other account needs to edit, review or administer.',
    password: 'Password of all of them',
    caption: 'Accounts to try',
    role: 'Role',
    email: 'E-mail address',
  },
  secondFactor: {
    title: 'Confirmation code',
    heading: 'Enter the code',
    lead: 'Enter the six digits that your authenticator app shows.',
    code: 'Code',
    codeHelp: 'Without the app, enter one of the backup codes you kept.',
    submit: 'Confirm',
    restart: 'Sign in from the start',
  },
  role: {
    provider: 'Provider',
    editor: 'Editor',
    reviewer: 'Reviewer',
    administrator: 'Administrator',
  },
};

export const signInMessages = { ja, en };
