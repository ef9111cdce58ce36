// English words and words of programs that are no names of machines or people, taken from documentation by frequency. What is
// among them is never replaced where only its surroundings suggest a name, and never learned. Runs in the engine's process.

export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `
  abc ability able abort aborted about above abs absolute abstract accept accepted accepts access accessed
  accessible accessing accidentally according accordingly account across act action actions active actual
  actually added adding addition additional address addresses adds advertising affect affected affects after
  again against agent algorithm algorithms alias aliases align alignment all alloc allocate allocated
  allocation allow allowed allowing allows almost alone along alpha already also alt alter alternate
  alternative although always among amount and annotations anonymous another any anymore anyone anything
  anyway app appear appears append appended apple applicable application applications applied applies apply
  applying approach appropriate apt arbitrary arch architecture architectures archive archives are area aren
  arg args argument arguments argv aria arm around array arrays ask asked assert assertion assign assigned
  assignment associated assume assumed assumes assuming ast async asynchronous attach attached attempt
  attempted attempting attempts attr attribute attributes auth authentication authorization auto autoconf
  autogen automake automatic automatically autopkgtest autoreconf autotools available avoid avoids await
  aware away back backend background backslash backward backwards bad bar bare base based basename bash
  basic because become becomes been before begin beginning begins behave behavior behaviour behind being
  below best beta better between beyond big bigint bin binaries binary bind binding bindings bit bits blank
  blob block blocking blocks body bogus bookworm bool boolean bootstrap border both bottom bound boundary
  bounds branch branches break breaking breaks broke broken browser buf buffer buffers bug bugs build
  building builds built builtin builtins but button byte bytes cache cached caching calculate calculation
  call callable callback callbacks called caller calling calls can cancel candidate cannot canonical capture
  care careful case cases cast cat catch category cause caused causes causing center certain certificate cgi
  chain change changed changes changing channel char character characters charge chars charset check checked
  checking checkout checks child children choice choose chunk chunks clang clarify class classes classmethod
  clause clean cleanup clear clearly cli client clients clock clone close closed closing cls cmd code codes
  coding collect collection collections colon color colors column columns com combination combine combined
  come comes comma command commands comments commercial commit commits common compare compared comparison
  compat compatible compilation compile compiled compiler compilers compiling complete completed completely
  completion complex compliance compliant component components compressed compression compute computed
  computer concat concept condition conditional conditions conf config configurable configuration configure
  configured conflict conflicts confused confusing connect connected connection connections consider
  considered consistency consistent console const constant constants constraint constraints construct
  constructor consume contain contained container containing contains content contents context continue
  contrib contributed control controlled controls convenience convention conversion conversions convert
  converted converting converts copied copies copy copyrighted core corner correct corrected correctly
  corresponding corruption could count counter couple course cover coverage covered cpp crash crashes create
  created creates creating creation critical croak cross crypto css ctx current currently cursor custom cut
  cwd cycle daemon darwin dash data database day days dead deal debhelper debian debug debugging declaration
  declarations declare declared decode decoded decoder decoding deep def default defaults define defined
  defines defining definition definitions del delay delete deleted deleting delta dep depend dependencies
  dependency dependent depending deprecated deprecation deps depth dereference derived desc describe
  described description descriptions descriptor descriptors designed desired destination destroy detail
  detailed details detect detected detection determine determined dev devel developer developers development
  device devices diagnostics dict dictionary did didn die diff difference differences different differently
  digest digits dir direction directive directives directly directories directory dirname dirs disable
  disabled disables disabling discard disclaimer discussion disk display displayed dist distinguish
  distribute distributed distribution distributions distutils div dll dns doc docs document documentation
  documented documents does doesn doing dom domain done dot down download downloaded dpkg driver dropped
  dual due dummy dump duplicate duplicated duplicates duration during dynamic dynamically each earlier early
  easier easily easy echo edge editor edu effect effective effects efficient either element elements elif
  else elsif email embedded emit emitted empty enable enabled enables enabling encode encoded encoding
  encodings encountered end endian ending endorse ends endswith enforce engine enough ensure ensures enter
  entire entirely entity entries entry enum enumerable enumerate env environ environment environments equal
  equals equivalent err errno error errors escape escaped escapes eslint especially etc eval evaluate even
  event events eventually ever every everything exact exactly example examples exc except exception
  exceptions exclude excluded exclusive exe exec executable execute executed executing execution exist
  existence existing exists exit exits exp expand expanded expansion expect expected expects experimental
  explain explicit explicitly export exported exports expose exposed expr expression expressions ext
  extended extends extension extensions extent external extra extract fact factor factory fail failed
  failing fails failure failures fake fall fallback false family far fast faster fatal feature features fee
  fest fetch few field fields figure file filename filenames files filesystem fill filter filters final
  finalize finally find finding fine finish finished first fit fixes fixing flag flags float floating flow
  flush focus folder follow followed following follows font foo for force foreach foreign fork form format
  formats formatted formatting forms forward found four fragment frame framework free freedesktop from front
  ftp full fully func function functional functionality functions functools furnished further future garbage
  gcc gen generally generate generated generates generating generation generator generic get getattr getopt
  gets gettext getting git github gitignore gitlab give given gives giving glibc glob global globalnames
  globals gmail gnome goes going gone good google got governing grammar grant granted greater green grep
  group groups gtk guaranteed guard guess guide gzip hack had hand handle handled handler handlers handles
  handling happen happens hard hardware has hasattr hash have having head header headers heading heap height
  hello help helper helpers helps hence here hereby hex hidden hide hierarchy high higher highlight hint
  hints history hit hold home honor hook hooks hope hopefully host hostname hosts how href html http https
  human hurd idea identical identified identifier identifiers identify identity idle ietf ignore ignored
  ignores ignoring illegal image images img immediately implement implementation implemented implementing
  implements implicit import important imported importing imports improvements include included includes
  inclusion incompatible incomplete inconsistent incorrect incorrectly increase increment indent indentation
  independent index indexof indicate indicated indicates indicating indicator individual infer infinite info
  information inherit inherits init initial initialization initialize initialized inline inner input inputs
  insensitive insert inserted inside inspect install installation installed installing installs instance
  instanceof instances instead instructions int integer integers integration intended interactive interface
  interfaces internal internally internals interpreted interpreter into introduced introduction invalid
  invocation invoke invoked isarray isinstance isn issue issued issues item items iter iterable iterate
  iterator its itself java job join jsdom json just keep keeping keeps kept kernel key keyof keys keywords
  kill kind know known kwargs label labels lack lambda lang language languages large larger last later
  latest latter law layer layout lazy lead leading leak leaks least leave leaving left legacy legal len
  length less let lets level levels lexer lexers lib libc libraries library libs libtool licenses like
  likely limit limitation limitations limits line lines link linked linker linking links lintian linux list
  listed listen listener listing lists literal literals little live living load loaded loader loading loc
  local locale localhost locally located location locations lock log logger logging logic logical login logs
  long longer look looking looks lookup loop loops lost lot low lower lowercase machine machines macro
  macros made magic mail mailing main maintain maintained maintainer maintenance major make makes making
  malformed malloc man managed management manager manpage manpages manual manually manuals many map mapped
  mapping mappings maps marked marker marks markup mask master match matched matches matching material
  materials matter max maximum may maybe mean meaning means meant mechanism media medium mem member members
  memory mentioned menu merge merged merges message messages met meta metadata method methods middle might
  migration milliseconds mime min mingw minimal minimum minus misc mismatch missing mistake mixed mkdir
  mktables mod mode model modern modes modification modifications modified modifier modify modifying module
  modules more most mostly mount moved moving mozilla msg much multi multiarch multiple must myself name
  named names namespace namespaces naming native necessarily necessary need needed needs negative nested net
  network never new newer newline newlines newly next nice node nodejs nodes non nor normal normalize
  normally not notation nothing notice notices notify now npm null num number numbers numeric obj object
  objects obsolete obtain obtained obtaining occur occurred occurs odd off official offset offsets often old
  older omitted once one ones online only open openbsd opened opening operating operation operations
  operator operators opt optimization optimize optimized option optional optionally options opts oracle
  order ordering org orig origin original originally other others our out outdated output outputs outside
  over overflow overflows overhead overridden override overrides overriding overwrite own owner pack package
  packages packaging padding page pages pair pairs paragraph parallel param parameter parameters params
  parent parse parsed parser parses parsing part partial partially particularly partition parts party passes
  passing password past patch patches path pathname paths pattern patterns payload pdf pending people per
  percent perform performance performed permission permissions permit permitted person persons pick pid pip
  pipe pkg place placed placeholder places plain platform platforms plugin plugins plus pod point pointer
  pointers points policy pool pop port portability portable portion portions ports pos position positive
  possible possibly post potential potentially power practice pragma pre precedence preceding precision
  prefer preferred prefix prefixed prepare presence present preserve preserved pretty prev prevent prevents
  previous previously primary print printed printf printing prior priority private probably problem problems
  proc process processed processes processing processor produce produced produces product production
  products profile profiles program programming programs progress project projects promises promote prompt
  prop proper properly properties property props protect protected protection proto protocol prototype
  provide provided provides providing proxy pseudo pub publish published pull purposes push put pygments
  query question questions queue quick quiet quite quote quoted quotes quoting race raise raised raises
  random range ranges rather raw reached read readable reader reading readline readonly reads ready real
  really reason reasonable reasons rebase receive received receiving recent recently recognize recognized
  recommended record records recursion recursive recursively redhat redirect redistribute reduce redundant
  ref refer reference referenced references refers refs regarding regardless regex register registered
  registry regression regular reject rejected related relative release released releases relevant rely
  remain remaining remains remember remote removal removed removes removing renamed render repeat repeated
  replace replaced replacement replacing reply repo report reporting reports repository repr represent
  representation representing represents reproduce req request requested requests require required
  requirement requirements requires requiring res reserved reset resolution resolve resolved resolves
  resolving resource resources respect respectively response responsible rest restore restrict restriction
  restrictions result resulting results ret retain retained retrieve retry return returned returning reuse
  rev reverse reversed revision rewrite rid right rights risk robust root round routine routines row rule
  rules run running runs runtime safe safely safety sale salsa same sample save saved say says scalar scan
  schema scheme scope screen script scripts search sec second seconds section sections secure security seek
  seem seems seen segfault segment select selected selection selector self sell semantics semicolon send
  sending sense sensitive sent separate separated separately separator seq sequence sequences series server
  servers service session set sets settimeout setting settings setup setuptools several shadow share shared
  shell shift ship shipped short should shouldn show showing shown shows shutdown side sig signal signals
  signature signatures significant signing silence silent silently similar simple simpler simplified
  simplify simply since single site situation situations size sizes skip skipped skipping slash sleep slice
  slightly slow smaller snapshot socket sockets soft solution some someone something sometimes soname soon
  sort sorted sos sosreport source sourceforge sources space spaces spawn spec special specific specifically
  specification specified specifier specifies specify specifying speed spelling splice split sprintf
  spurious src ssh stability stable stack standalone standard start started starting starts startswith
  startup stat state statement statements states static stats status std stderr stdin stdio stdout step
  steps still stop stopped stops storage store stored str strategy stream streams strict strictly string
  stringify strings strip strong struct structure structures stuff style styles sub subclass subdirectory
  subject sublicense submit subprocess subsequent subset substantial substr substring success successful
  successfully such sufficient suffix suggest suggested suitable suite sum summary super superclass supplied
  supply support supported supporting supports supposed suppress sure suse svg svn swap switch symbolic
  symbols symlink symlinks sync synchronous syntax sys system systemd systems tab table tables tabs tag tags
  tail take taken takes taking tar tarball target targets task tell temp template temporarily temporary term
  terminal terminate terminated terms test tested testing tests testsuite text than that the their them
  theme themselves then there these they thing things think third this those though thread threads three
  through throw thrown throws thus time timeout timer times timestamp timing title tmp together token tokens
  too tool tools top tostring tostringtag total touch trace traceback track tracking traditional trailing
  transfer transform transition translate translation translations transport treat treated tree tried tries
  trigger triggered trim trivial true truncate truncated try trying tty tuple tuples turn turned turns twice
  two txt type typeof types typical typically typing typo typos uid unchanged undef undefined under
  underlying understand undocumented unicore uninitialized unique unit units unix unknown unless unlikely
  unlink unnecessary unneeded unpack unsafe unset unshift unsigned unstable unsupported until unused updates
  updating upgrade upgrades upload upon upstream urgency uri url usable usage use used useful useless user
  username users uses using usr usual usually util utilities utility utils val valgrind valid validate
  validation value values van var variable variables variant variants various vars vector vendor verbose
  verify version versionadded versioned versioning versions very via view vim virtual visibility visible
  void vulnerability wait waiting want wants warn warning warnings was wasn watch way ways webidl well were
  what whatever whatwg wheel when whenever where which while who whole whom whose why wide width wiki will
  win window wish wishing with within without won word words work workaround worked worker working works
  world would wrap wrapped wrapper wrapping writable write writes writing written wrong wrote www xml year
  years yes yet yield yml you your zero zip zlib
`
    .trim()
    .split(/\s+/),
);
