/** English words that callers prove themselves with: common, two syllables or more where possible, none alike in sound. */
export const english = `
	abacus acorn acrobat airship albatross alcove alfalfa algebra alloy almond alpaca alpine amber amethyst amphora
	anemone angora antelope anthem antler apricot apron aqueduct arbor arcade archway armchair arrowhead aspen aster
	astronaut atlas attic aubergine aurora azure backpack badger bagel bagpipe bakery ballad balloon ballroom bandana
	banjo barbecue baritone barley barnacle barnyard barometer baseball basil bathtub beacon beanbag beanstalk beaver
	bedroom bedspread beehive beetle beetroot bellflower bergamot bermuda berry billboard biplane birch birdbath birdhouse
	birdsong biscuit blackberry blackbird blizzard bluebell blueberry boardwalk boathouse bobbin bobcat bobsled bonfire
	bonnet bookcase bookmark bookshop boomerang botany boulder bouquet bowtie boxcar bracelet bramble breadcrumb
	breadstick breakfast bridle briefcase broomstick broth brownie brushwood bubblegum buckle buckskin bugle bullfinch
	bullfrog bumblebee bungalow bunny butler buttercup butterfly buttermilk cabinet calculator calendar calypso camcorder
	cameo campfire canary candle candlestick canopy cantaloupe canteen capybara caramel caravan cardigan caribou carnation
	carnival carousel carpenter carriage carrot carton cartwheel castanet catamaran caterpillar cathedral catnip catwalk
	cauliflower cedar cellar cellophane centaur centipede ceramic chalkboard chameleon chamomile chandelier chapel
	charcoal checkers cheesecake cheetah chessboard chickadee chickpea chinchilla chipmunk chisel chocolate chrome
	chuckwagon chutney cinema circus citadel citrus clarinet classroom clipper cloister clothesline cloudberry cloudburst
	clover coastline cobbler cobblestone cobweb cocoa coffeepot coleslaw collie comet compass compost condor conductor
	confetti cookbook copperplate corkscrew cornbread corncob cornfield cornmeal cosmonaut cottage countryside courtyard
	cowboy crabapple cranberry crimson crocodile croissant croquet crossbow crossroad crowbar crumpet crystalware cucumber
	cufflink cupcake curlew curlicue currant custard cymbal cypress daffodil dairy dandelion dartboard daybreak daydream
	daylight deckchair denim desktop dewdrop dimple dinghy diploma discus dishcloth dogwood dollhouse dominoes donut
	doorbell doorknob doormat dormouse downpour dragonfly drawbridge dressing dressmaker driftwood drizzle drumstick
	duckling dumpling dustpan duvet earmuff earring earthenware earthworm easel eclair eclipse eggnog eggplant eggshell
	elderberry elderflower electrician emblem emerald encore engraving eraser eucalyptus evergreen eyelash fairground
	fairway fairytale falcon farmhouse farmyard fawn feather ferret fiddle fiddlehead fieldmouse fiesta figurine filament
	finch fingertip firecracker firefly fireplace fireside fishbowl fjord flagpole flagstone flamingo flannel flapjack
	flashlight flax floodlight florist flounder flowerpot flute flywheel foghorn folklore footbridge footpath footprint
	footstool forklift fortress fountain foxglove foxhound foxtail freckle fresco frigate frisbee fritter frosting
	fruitcake fuchsia fudge funfair galleon gardener garland gateway gazelle gearbox gecko gelatin gemstone geyser
	gingerbread ginkgo glacier glowworm goatherd goblet goldsmith golfer gondola gooseberry granary grandstand granite
	granola grapefruit grapevine graphite grasshopper gravel gravy greenhouse griddle grizzly groundhog guava guesthouse
	gumball gumboot gumdrop gymnast hailstone hairbrush halfmoon halo hamlet hammock hamper handbag handball handcart
	handlebar handrail handstand harmonica harpoon harpsichord harvestman hatchback hayloft haymaker haystack hazelnut
	headband headlamp headphone hedge helicopter heron herring hexagon hibiscus hillside hilltop holster homestead
	honeybee honeycomb honeydew honeymoon hopscotch horizon hornet horseshoe hotplate hourglass houseboat hummingbird
	hydrangea icebox icecap icicle igloo iguana incense indigo inkpot inkwell innkeeper interlude ironwork jackal jackdaw
	jackpot jackrabbit janitor jasmine javelin jaybird jellybean jellyfish jersey jester jewelry jigsaw jingle joystick
	jubilee juggler jukebox kazoo keepsake kestrel kettle kettledrum keyboard keystone kimono kindling kingfisher kiosk
	kneecap knighthood knitwear kumquat labyrinth lacework lacrosse ladybug lagoon lakeside lambskin lambswool lamppost
	landmark landscape lantern lapel larch larkspur lasagna lasso lattice laundromat laurel lavender leaflet leapfrog
	lemming lemonade lemongrass lever librarian lichen lifeboat lifebuoy lightbulb lilac lily limerick limestone linden
	llama lobby locksmith locomotive lodge lollipop longboat longbow longhorn lorikeet lullaby lumberyard lupin lynx lyre
	macaroni mackerel magician magnolia magpie mahogany mailbox mandarin mandolin mangrove manor mantelpiece marathon
	marigold marina marionette marmalade marsh marshmallow marzipan mascot matchbox matchstick mattress mayfly mayonnaise
	meadowlark medallion medley meerkat megaphone melon metronome microphone midsummer milestone milkshake millpond
	mineral mistletoe mitten mockingbird molasses molehill monarch monocle monsoon monument moonbeam moonlight moonstone
	moorland moose moped mosaic motorbike motorboat mountaineer mountaintop mouthpiece mozzarella mudguard mulberry mural
	muskrat muslin mustang nameplate narrator navigator necklace nectar nectarine nestling newsletter newspaper newsstand
	nightcap nightfall nightgown nightingale nightlight nightshirt notebook nougat nursery nutcracker nutmeg nutshell
	oasis oatcake oatmeal observatory octagon octopus oilcan opal orangutan orchestra orienteer otter ottoman outback
	outpost outrigger overalls overcoat overture oxcart pacifier paddleboat paintbrush pajamas pamphlet pancake panorama
	panpipe pansy pantry papaya paperback paperclip paperweight parapet parasol parlor parsnip partridge pasta pastel
	pasture patchwork pathfinder pavement pavilion peach pebble pedestal peephole pendant pendulum penguin peninsula
	penthouse peppercorn peppermint perfume peridot persimmon petrel petticoat phoenix photograph pickup pictograph pigpen
	pigtail pillow pincushion pineapple pinecone pinstripe pinwheel pistachio piston pitcher pizzeria placemat planetarium
	plaster platypus playground playhouse playpen plumage plumber pocketbook pocketwatch polecat polka pomegranate pompom
	poncho popcorn poplar porcelain porcupine porpoise porridge porter portrait postbox postcard postmark potluck
	powderpuff prelude preserve pressroom primrose printout prism projector promenade propeller puffin puppet pushcart
	puzzler quadrant quartet quicksand quilting quintet racehorse racetrack racquet radish raft ragdoll ragtime railway
	rainbow raincoat raindrop rainfall ramekin ranger raspberry ratchet rattlebox ravine recliner redcurrant redstart
	redwood reef reggae reindeer relish rhubarb ridgeway ringmaster riverbank riverboat riverside roadrunner roadside
	rockery rodeo rooftop rooster rosebud rosemary rotunda roundabout rowboat rubble ruby rucksack saddlebag saddlery
	safari sailboat sailcloth sailmaker salsa sandal sandalwood sandbox sandcastle sandpaper sandstone sandwich sapling
	sapphire sardine sash satin saucepan sauna sawdust sawmill saxophone scallion scallop scarecrow scarf scarlet scenery
	scholar schoolyard schooner scooter scoreboard scroll seagull seahorse seashell seaside seaweed seedling semaphore
	serenade sesame shamrock sheepdog sheepskin shellfish shepherd sherbet shipyard shoebox shoestring shopfront
	shortbread shortcake shrub shuttle shuttlecock sideboard sidecar sidewalk signpost silkscreen silverfish silverware
	skateboard skewer skipper skittle skydiver skylark skylight skyscraper slingshot sloop smokehouse snapdragon sneaker
	snorkel snowdrift snowdrop snowflake snowman snowmobile snowshoe sofa softball solarium songbird songbook sourdough
	soybean spaceship spaniel sparkler sparrow spatula spearmint spectrum sphinx spinach spindle spinner spoonbill
	sportswear spotlight springbok springtime sprinkler spyglass squash staircase stapler starboard starfish starlight
	starling statue steamboat steamship steeple stencil stepladder stingray stirrup stockpot stonework stoplight stopwatch
	storeroom stork storybook stovepipe strawberry streamer streetcar streetlamp submarine sugarcane sugarloaf suitcase
	sunbeam sunbonnet sundown sunflower sunglasses sunrise sunroof sunscreen sunshade superstar surfboard suspenders
	swampland sweetcorn switchboard swordfish symphony tabby tablecloth tablespoon tableware tadpole tailcoat tailgate
	tailor tambourine tandem tangerine tassel taxicab teabag teacup teakettle teapot teardrop teaspoon teddy telegraph
	telescope tenpin terrace terracotta terrarium terrier textile thicket threshold thumbtack thunderbolt tideland tigress
	timepiece tinfoil tinsel toadstool tomcat toolbox toothbrush toothpick topaz topsail totem toucan tournament townhouse
	toymaker tractor trailblazer trampoline trapdoor trapeze trawler treetop trellis trestle triangle tricycle trinket
	trolley trombone trousers trout truffle trunk tugboat tulip tumbler tumbleweed tundra turnip turnstile turntable
	turquoise turtledove tuxedo tweezers twig typewriter ukulele underbrush undertow unicorn unicycle uptown valentine
	vase vaulting vegetable velodrome viaduct vignette viking villa vinegar vineyard virtuoso vocalist volleyball waffle
	wagonwheel wagtail waistcoat waiter wallaby wallflower wallpaper walrus waltz wanderer warbler wardrobe warehouse
	warthog washcloth watchmaker watchtower waterbird watercolor watercress waterfall waterfront waterlily watermelon
	watermill waterwheel wayfarer weathervane weekday wellspring wetland wheatfield wheelbarrow wheelchair wheelhouse
	whirlpool whirlwind whisker whitecap whitefish whitewater wickerwork widget wildcat wildflower windbreaker windfall
	windjammer windmill windowsill windshield windsock windsurfer wineglass wingspan wintergreen wishbone wolfhound
	wolverine wombat woodchuck woodcut woodshed woodwind woodwork workbench workshop worktop wristband wristwatch yacht
	yardstick yearbook yeast yodel yodeler yogurt yoyo zeppelin zigzag
`;
