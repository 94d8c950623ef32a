import type { PageWords } from '../../words/page-words.js'

/** Modern Standard Arabic. */
export const arabic: PageWords = {
  latestReleases: 'أحدث البيانات الصحفية',
  noReleases: 'لا توجد بيانات صحفية في الوقت الحالي.',
  morePictures: 'صور أخرى في البيان: {count}',
  subscribe: 'الاشتراك',
  whatIsAFeed:
    'تحمل إليك الخلاصة بياناتنا الصحفية: فور نشر أي بيان يظهر في قارئ الخلاصات لديك مع صوره. لا نطلب منك بريدًا إلكترونيًا، ولا تحتاج إلى حساب لدينا.',
  howToSubscribe:
    'تحتاج إلى قارئ خلاصات، وهو تطبيق أو موقع، وكثير منها مجاني. اختر قارئك أدناه، أو انسخ أحد العناوين والصقه حيث يعرض قارئك «إضافة» أو «اشتراك».',
  addTo: 'الإضافة إلى:',
  readerOfThisDevice: 'تطبيق هذا الجهاز',
  copyAddress: 'نسخ العنوان',
  copied: 'تم النسخ',
  allFeeds: 'كل الخلاصات في ملف واحد للاستيراد (OPML)',
  otherPages: 'صفحات أخرى',
  rawFeed: 'هذه خلاصة. للاشتراك انسخ عنوان هذه الصفحة إلى قارئ الخلاصات لديك.',
  rawFeedPage: 'ما هي الخلاصة، وبياناتنا الصحفية للقراءة: {address}',
}
