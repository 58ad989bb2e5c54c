/** The elements of e-Gov's law XML schema, version 3. */
export const schemaElements = new Set(
  `Law LawNum LawBody LawTitle EnactStatement Preamble MainProvision
  TOC TOCLabel TOCPreambleLabel TOCPart TOCChapter TOCSection TOCSubsection TOCDivision TOCArticle TOCSupplProvision
  TOCAppdxTableLabel ArticleRange
  Part PartTitle Chapter ChapterTitle Section SectionTitle Subsection SubsectionTitle Division DivisionTitle
  Article ArticleTitle ArticleCaption Paragraph ParagraphCaption ParagraphNum ParagraphSentence
  Item ItemTitle ItemSentence
  Subitem1 Subitem1Title Subitem1Sentence Subitem2 Subitem2Title Subitem2Sentence
  Subitem3 Subitem3Title Subitem3Sentence Subitem4 Subitem4Title Subitem4Sentence
  Subitem5 Subitem5Title Subitem5Sentence Subitem6 Subitem6Title Subitem6Sentence
  Subitem7 Subitem7Title Subitem7Sentence Subitem8 Subitem8Title Subitem8Sentence
  Subitem9 Subitem9Title Subitem9Sentence Subitem10 Subitem10Title Subitem10Sentence
  Sentence Column List ListSentence Sublist1 Sublist1Sentence Sublist2 Sublist2Sentence Sublist3 Sublist3Sentence
  Class ClassTitle ClassSentence
  AmendProvision AmendProvisionSentence NewProvision QuoteStruct
  SupplProvision SupplProvisionLabel SupplProvisionAppdxTable SupplProvisionAppdxTableTitle
  SupplProvisionAppdxStyle SupplProvisionAppdxStyleTitle SupplProvisionAppdx SupplNote
  AppdxTable AppdxTableTitle AppdxNote AppdxNoteTitle AppdxStyle AppdxStyleTitle AppdxFormat AppdxFormatTitle
  AppdxFig AppdxFigTitle Appdx RelatedArticleNum Remarks RemarksLabel
  TableStruct TableStructTitle Table TableRow TableHeaderRow TableHeaderColumn TableColumn
  FigStruct FigStructTitle Fig NoteStruct NoteStructTitle Note StyleStruct StyleStructTitle Style
  FormatStruct FormatStructTitle Format ArithFormula ArithFormulaNum
  Ruby Rt Line Sup Sub`.split(/\s+/),
);

/** What groups articles, and the element that titles it. */
export const groups: ReadonlyMap<string, string> = new Map([
  ['Part', 'PartTitle'],
  ['Chapter', 'ChapterTitle'],
  ['Section', 'SectionTitle'],
  ['Subsection', 'SubsectionTitle'],
  ['Division', 'DivisionTitle'],
]);
