/**
 * Words that stand behind the most common passwords, lower case. A password that is one of them once digits and
 * signs at its ends and the usual letter swaps (p4ssw0rd) are taken away is refused, so few words cover many.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `aaaaaaaaaa abcabc abcdef abcdefg abcdefgh abcdefghij access account admin administrator adminadmin admins
  alexander alexandra amanda america anderson andrea andrew angel angela angels anthony apple arsenal asdasd
  asdasdasd asdf asdfasdf asdfgh asdfghjkl ashley asshole august austin autumn babygirl babygirls bailey banana
  barcelona baseball basketball batman beautiful benjamin blessed blessing blink bonjour boomer brandon brooklyn
  buster butterfly butterflies california cameron canada carlos caroline casper catherine changeit changeme
  charles charlie charlotte cheese chelsea chester chicago chicken chocolate christian christina christmas
  christopher company computer computers consumer cookie cookies corporate corvette cowboys cristina crystal
  dallas daniel danielle dashboard december default demo demopassword destiny diamond diamonds dolphin dolphins
  dragon dragons eagles edward einstein elephant elizabeth eminem england example february ferrari flower flowers
  football forever francis frankie freedom friday friend friends fuckyou gabriel gateway george gibson ginger
  giuseppe golden goldfish google guitar hallo hannah happiness happy harley harry heather heaven hello
  hellohello helloworld hockey homer honey hotdog hottie hunter hunting iceman iloveme iloveyou internet
  invitation iwantu jackson jackie james january jasmine jennifer jeremy jessica jesus jesuschrist johnny jordan
  jordans joseph joshua julian junior justin justinbieber killer kitten kittens knight ladybug lakers lauren
  leonardo letmein letmeinnow letmeinplease liberty liverpool login loginlogin london loveme lovely loveyou lovers
  madison maggie manager manchester march marina marine marlboro martin master masterkey matrix matthew maverick
  melissa member mercedes merlin michael michelle mickey midnight minecraft monday monica monkey monkeys monster
  morgan mother mountain mustang mypassword mysecret naruto nathan newpassword newyork nicholas nicole nintendo
  nothing november october office oliver onelove opensesame orange organization owner pa55word parola pass
  passe passpass passphrase passport passw0rd passwd password passwordpassword passwords passwort patricia patrick
  peanut pepper phoenix player please pokemon porsche prince princess private project purple qazwsx qazwsxedc
  qqqqqqqqqq qwaszx qwe qweasd qweasdzxc qweqwe qweqweqwe qwer qwerqwer qwert qwerty qwertyqwerty qwertyu
  qwertyui qwertyuio qwertyuiop qwertyuiopasdfghjkl qwertz qwertzuiop rachel rainbow raiders ranger rangers
  rebecca redsox restricted richard robert ronaldo root rootroot roster rosterroster samantha samsung sandra
  saturday scooter scorpion sebastian secret secretpassword secrets secure security september server service
  shadow shannon silver skywalker slipknot snoopy soccer something sommer sophie spider spiderman spring standard
  starwars startrek steelers stella stephanie steven summer sunday sunflower sunshine superadmin superman
  superstar support sweetheart sweety swordfish system tennis tequila test tester testing testpassword testtest
  testuser thomas thunder tigers tinkerbell topsecret trustme trustno travis tuesday twilight unknown user
  username users valentina vanessa vacation veronica victoria viewer vincent viking volleyball wednesday welcome
  welcomehome welcomes whatever william willow wilson winner winter wizard wordpass xxxxxxxxxx yamaha yankees
  yellow zachary zaq zaqwsx zaqxsw zxcvbn zxcvbnm zxczxc zzzzzzzzzz`.split(/\s+/),
)

/** Rows of a keyboard, the alphabet and the digits: any run along one of them is easily guessed. */
export const RUNS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
]
