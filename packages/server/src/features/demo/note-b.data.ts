import type { DemoNote } from './demo-terms.input';

export const NOTE_B: DemoNote = {
  id: 'NOTE_B',
  title: 'Coder’s note on an article about a visit to Doha',
  article: 'SRC_B',
  paragraphs: [
    [
      { text: 'This note retells an undated commentary in our own words.' },
      {
        text: 'Its subject is the journey of Othman al-Qanemi, Interior Minister of Iraq, to Doha.',
        claim: {
          id: 'nb1',
          statement: 'Interior Minister al-Qanemi of Iraq visited Doha.',
          restates: ['b1'],
        },
      },
      {
        text: 'He was a guest of the government of Qatar, his own ministry announced.',
        claim: {
          id: 'nb2',
          statement: 'According to his ministry, the government of Qatar had invited him.',
          restates: ['b5'],
        },
      },
      {
        text: 'As the reason the ministry gave an exhibition.',
        claim: {
          id: 'nb3',
          statement: 'According to his ministry, he came for the exhibition.',
          restates: ['b6'],
        },
      },
      {
        text: 'It is a fair for homeland security and civil defence, in its thirteenth year as the ministry counts.',
        claim: { id: 'nb4', statement: 'The exhibition is the thirteenth of its series.', restates: ['b7'] },
      },
      {
        text: 'Unnamed media say that he saw the Qatari Prime Minister before anybody else.',
        claim: {
          id: 'nb5',
          statement: 'According to unnamed media, his first meeting was with the Prime Minister of Qatar.',
          restates: ['b11'],
        },
      },
      {
        text: 'The same media have the two speak of bilateral relations and chiefly of security.',
        claim: {
          id: 'nb6',
          statement: 'According to unnamed media, they spoke of bilateral relations, chiefly of security.',
          restates: ['b13'],
        },
      },
      {
        text: 'It was Prime Minister al-Kadhimi who sent him.',
        claim: { id: 'nb7', statement: 'Prime Minister al-Kadhimi sent the minister.', restates: ['b42'] },
      },
    ],
    [
      {
        text: 'The author does not believe that the exhibition was all.',
        claim: { id: 'nb8', statement: 'The visit served more than the exhibition.', restates: ['b8'] },
      },
      {
        text: 'First among the goals ascribed to Qatar is to keep Saudi Arabia and the Emirates from gaining ground in Iraq.',
        claim: {
          id: 'nb9',
          statement: 'Qatar’s first goal is to keep Saudi Arabia and the Emirates out of Iraq.',
          restates: ['b26'],
        },
      },
      {
        text: 'Qatar would rather have that influence itself.',
        claim: { id: 'nb10', statement: 'Qatar wants influence in Iraq for itself.', restates: ['b22'] },
      },
      {
        text: 'Help for Turkish policy is held possible too.',
        claim: { id: 'nb11', statement: 'Qatar may want to help Turkish policy in Iraq.', restates: ['b25'] },
      },
      {
        text: 'Iraq for its part is said to steer between the Arab states, wary of help for terrorists.',
        claim: {
          id: 'nb12',
          statement: 'Iraq steers between the Arab states, wary of help for terrorists.',
          restates: ['b30'],
        },
      },
      {
        text: 'Further down the same text calls money the motive of the journey.',
        claim: { id: 'nb13', statement: 'The visit was made for economic reasons.', restates: ['b38'] },
      },
      {
        text: 'Its last line supposes that al-Kadhimi hopes for aid.',
        claim: {
          id: 'nb14',
          statement: 'Al-Kadhimi probably hopes for aid and economic cooperation.',
          restates: ['b43'],
        },
      },
    ],
    [
      {
        text: 'As background it recalls how four Arab states, Saudi Arabia at their head, cut Qatar off and punished it in 2017.',
        claim: {
          id: 'nb15',
          statement:
            'In 2017 four Arab states under Saudi leadership put Qatar under sanctions and a blockade.',
          restates: ['b17'],
        },
      },
      {
        text: 'Saudi Arabia and the Emirates are described as seeking weight in Iraqi politics.',
        claim: {
          id: 'nb16',
          statement: 'Saudi Arabia and the Emirates seek weight in Iraqi politics.',
          restates: ['b20'],
        },
      },
      {
        text: 'The author accuses both of a hand in the protests of 2019.',
        claim: {
          id: 'nb17',
          statement: 'The author of the article alleges that both had a hand in the Iraqi protests.',
          restates: ['b21'],
        },
      },
      {
        text: 'Papers that are not named are called as witnesses that Arab states kept ISIS in funds.',
        claim: {
          id: 'nb18',
          statement: 'Unnamed reports and documents allege that some Arab states kept ISIS in funds.',
          restates: ['b28'],
        },
      },
      {
        text: 'Others are to show the same for Al-Qaeda and the Gulf.',
        claim: {
          id: 'nb19',
          statement: 'Unnamed security reports allege that Gulf states supported Al-Qaeda in Iraq.',
          restates: ['b29'],
        },
      },
      {
        text: 'A journey to Saudi Arabia by the Foreign Minister, Fuad Hussein, early in March of a year not given, serves as a parallel.',
        claim: {
          id: 'nb20',
          statement: 'The Foreign Minister of Iraq travelled to Saudi Arabia early in March.',
          restates: ['b40'],
        },
      },
    ],
  ],
};
