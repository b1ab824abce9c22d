import type { DemoNote } from './demo-terms.input';

export const NOTE_A: DemoNote = {
  id: 'NOTE_A',
  title: 'Coder’s note on an article about a meeting in Doha',
  article: 'SRC_A',
  paragraphs: [
    [
      { text: 'This note retells an undated news article in our own words.' },
      {
        text: 'The article tells of one meeting, which it calls high-level and which has taken place.',
        claim: { id: 'na1', statement: 'A high-level meeting was held.', restates: ['a1'] },
      },
      {
        text: 'Doha was the place, and the building was that of the Qatari interior ministry.',
        claim: {
          id: 'na2',
          statement: 'The meeting was held in Doha, in the building of the interior ministry.',
          restates: ['a2', 'a3'],
        },
      },
      {
        text: 'The day is not given: the text only says that it was in its own week.',
        claim: { id: 'na3', statement: 'The meeting was held in the week of the article.', restates: ['a4'] },
      },
      {
        text: 'The undersecretary, Abdullah bin Khalaf bin Hattab Al Kaabi, sat on the Qatari side.',
        claim: { id: 'na4', statement: 'Undersecretary Al Kaabi took part for Qatar.', restates: ['a6'] },
      },
      {
        text: 'On the Iraqi side sat the ambassador, Mohammed Jaafar Al Sadr.',
        claim: { id: 'na5', statement: 'Ambassador Al Sadr took part for Iraq.', restates: ['a7'] },
      },
    ],
    [
      {
        text: 'By the ministry’s own account, which the article cites, they spoke above all of working together more closely on security.',
        claim: {
          id: 'na6',
          statement: 'Closer security cooperation was the main subject.',
          restates: ['a11'],
        },
      },
      {
        text: 'They went over what the two states already do together and looked for more.',
        claim: {
          id: 'na7',
          statement: 'Present cooperation was reviewed and new ways explored.',
          restates: ['a13'],
        },
      },
      {
        text: 'Terrorism, borders and training are said to have been in focus, though it is not said by whom.',
        claim: {
          id: 'na8',
          statement: 'Counter-terrorism, border security and training are reported to have been in focus.',
          restates: ['a15'],
        },
      },
      {
        text: 'The region at large and the international fight against terrorism came up as well.',
        claim: {
          id: 'na9',
          statement: 'The region and international counter-terrorism were secondary subjects.',
          restates: ['a40'],
        },
      },
      {
        text: 'More than that was not made public.',
        claim: { id: 'na10', statement: 'The details of the meeting were not disclosed.', restates: ['a14'] },
      },
      {
        text: 'Both men are reported to have renewed a promise to work together.',
        claim: {
          id: 'na11',
          statement: 'The two officials are reported to have renewed a commitment.',
          restates: ['a41'],
        },
      },
    ],
    [
      {
        text: 'Relations were strained once.',
        claim: {
          id: 'na12',
          statement: 'Relations between Qatar and Iraq were once strained.',
          restates: ['a43'],
        },
      },
      {
        text: 'They are much better today.',
        claim: {
          id: 'na13',
          statement: 'Relations between Qatar and Iraq are much better now.',
          restates: ['a44'],
        },
      },
      {
        text: 'The article presents Qatar as a mediator whose weight grows.',
        claim: { id: 'na14', statement: 'Qatar is a mediator of growing weight.', restates: ['a36'] },
      },
      {
        text: 'Peace and a stable region are given as what its foreign policy wants.',
        claim: {
          id: 'na15',
          statement: 'Qatar’s foreign policy wants peace and a stable region.',
          restates: ['a39'],
        },
      },
    ],
    [
      {
        text: 'Talks are to go on within months and to end in several agreements.',
        claim: {
          id: 'na16',
          statement: 'More talks are expected, and agreements from them.',
          restates: ['a47'],
        },
      },
      {
        text: 'When exactly, the ministry does not say.',
        claim: {
          id: 'na17',
          statement: 'The ministry has not announced the time of the talks.',
          restates: ['a49'],
        },
      },
      {
        text: 'Unrest in Iraqi politics may get in the way.',
        claim: {
          id: 'na18',
          statement: 'Political instability in Iraq may get in the way of the agreements.',
          restates: ['a32'],
        },
      },
      {
        text: 'So may the state of the Middle East as a whole.',
        claim: {
          id: 'na19',
          statement: 'The geopolitics of the Middle East may get in the way of the agreements.',
          restates: ['a33'],
        },
      },
      {
        text: 'Without political will that lasts, the article holds, nothing will come of it.',
        claim: { id: 'na20', statement: 'Success depends on political will that lasts.', restates: ['a51'] },
      },
    ],
  ],
};
