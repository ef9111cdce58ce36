// Names that belong to nobody's site: endings of domain names, endings of files, first parts of package names, domains of
// vendors. Runs in the engine's process.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** A name that ends so is a domain name, even one of two parts. */
export const SURE_ENDINGS = words(`com net org cn edu gov mil corp lan intranet localdomain arpa biz hk tw mo
  jp kr sg uk de fr nl eu ru au ca us br ch be se dk fi es pt cz nz za ie hu gr ro tr ua il mx ar cl th vn my ph
  中国 公司 网络`);

/** These are also words of programs: such a name has three parts, or a part with a digit or a hyphen. */
export const LIKELY_ENDINGS =
  words(`local domain internal intra home host priv private ad dc lab site test prod
  info cloud tech online bank group company team world asia top vip xyz dev app io it in no me tv cc ai co is id to ws
  at pl mobi pro club shop ltd wan dmz loc int localnet example invalid`);

/** Second parts under a country that are no site of their own: com.cn, co.uk. */
export const SECOND_ENDINGS = words('com net org gov edu ac co or ne go mil gob nom ltd plc');

/** First parts of names of packages and namespaces. */
export const PACKAGE_STARTS =
  words(`com org net edu gov io java javax jakarta sun jdk kotlin scala android androidx
  system microsoft windows os sys self this cls re np pd tf time string math json logging http https urllib requests
  socket threading subprocess process module exports window document console node commvault cv`);

/** What follows the last dot of names of files, units and versions, and never of a machine's. */
export const FILE_ENDINGS =
  words(`log txt cfg conf config cnf ini xml html htm css js jsx mjs cjs ts tsx json jsonl yaml
  yml toml csv tsv md rst tex pdf doc docx xls xlsx ppt png jpg jpeg gif svg ico bmp tif tiff webp mp3 mp4 wav avi exe
  dll sys drv ocx cpl msi msp msu cab inf cat reg bat cmd ps1 psm1 vbs wsf sh bash zsh csh ksh pl pm pod t py pyc pyo pyi
  pyd pyx rb php java jar war ear class kt scala c cc cpp cxx h hh hpp hxx m mm cs vb fs go rs swift s asm o a so la lo
  ko obj lib pdb map zip gz tgz bz2 xz zst lz4 7z rar tar rpm deb iso img vhd vhdx vmdk vmx ova ovf bak old orig tmp temp
  swp lock pid sock out err trace dmp dump core db sqlite mdb ldf mdf ndf bkf dat bin idx index chunk cvf evt evtx etl
  service socket target timer mount automount slice device path scope swap wants requires key pem crt cer csr p12 pfx
  jks gpg asc sig sum sha1 sha256 md5 patch diff rej in am ac m4 po pot mo properties prop list lst tpl tmpl template
  policy at rules desktop theme ttf otf woff woff2 eot sql dsc changes manifest plist nib xib strings sln csproj vcxproj
  proj targets resx cshtml aspx asp ashx asmx jsp jspx do action wsdl xsd xsl xslt dtd rng svc gypi gyp cmake mk info1
  example sample default dist`);

/** Domains of vendors, standards and documentation: in every log of everybody. Written with the ending. */
export const PUBLIC_DOMAINS =
  words(`w3.org xmlsoap.org microsoft.com windows.com windows.net windowsupdate.com
  commvault.com metallic.io sun.com oracle.com java.com apache.org vmware.com redhat.com debian.org ubuntu.com
  gnu.org kernel.org python.org perl.org cpan.org github.com github.io gitlab.com npmjs.com npmjs.org nodejs.org
  mozilla.org google.com googleapis.com openssl.org openssh.com opengroup.org oasis-open.org ietf.org rfc-editor.org
  iana.org ieee.org unicode.org xml.org json-schema.org schema.org docbook.org freedesktop.org gnome.org kde.org
  launchpad.net sourceforge.net stackoverflow.com wikipedia.org amazonaws.com amazon.com azure.com docker.com
  kubernetes.io k8s.io digicert.com verisign.com symantec.com symcb.com globalsign.com letsencrypt.org ibm.com hp.com
  hpe.com dell.com emc.com netapp.com cisco.com intel.com sap.com suse.com opensuse.org centos.org fedoraproject.org
  mysql.com postgresql.org mongodb.com adobe.com apple.com mit.edu berkeley.edu savannah.gnu.org bugs.debian.org
  pypi.org slack.com docker.io quay.io nuget.org readthedocs.io readthedocs.org`);

/** Words with a domain's ending that are names of products. */
export const PRODUCT_NAMES = words(
  'localhost.localdomain localhost4.localdomain4 localhost6.localdomain6 asp.net ado.net vb.net ml.net node.js socket.io draw.io command.com dot.net',
);
