import type { PageWords } from '../../words/page-words.js'

/** Vietnamese. */
export const vietnamese: PageWords = {
  latestReleases: 'Thông cáo báo chí mới nhất',
  noReleases: 'Hiện chưa có thông cáo báo chí nào.',
  morePictures: 'Số hình ảnh khác trong thông cáo: {count}',
  subscribe: 'Đăng ký theo dõi',
  whatIsAFeed:
    'Nguồn cấp tin đưa các thông cáo báo chí của chúng tôi đến với bạn: mỗi thông cáo vừa công bố sẽ xuất hiện ngay trong trình đọc tin của bạn, kèm hình ảnh. Bạn không phải cung cấp địa chỉ thư điện tử và không cần tài khoản với chúng tôi.',
  howToSubscribe:
    'Bạn cần một trình đọc tin, là ứng dụng hoặc trang web; nhiều trình đọc miễn phí. Hãy chọn trình đọc của bạn bên dưới, hoặc sao chép một địa chỉ rồi dán vào mục “Thêm” hoặc “Đăng ký” của trình đọc.',
  addTo: 'Thêm vào:',
  readerOfThisDevice: 'ứng dụng trên thiết bị này',
  copyAddress: 'Sao chép địa chỉ',
  copied: 'Đã sao chép',
  allFeeds: 'Tất cả nguồn cấp tin trong một tệp, để nhập vào (OPML)',
  otherPages: 'Các trang khác',
  rawFeed:
    'Đây là một nguồn cấp tin. Để theo dõi, hãy sao chép địa chỉ của trang này vào trình đọc tin của bạn.',
  rawFeedPage: 'Nguồn cấp tin là gì, và các thông cáo báo chí để đọc: {address}',
}
