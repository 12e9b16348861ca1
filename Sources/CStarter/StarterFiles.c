// Made by scripts/list-starter-files; do not edit.

#include "CStarter.h"

// SwiftPM compiles C as C11 with the extensions of the compiler, of which #embed is one.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../content/404.md"
};

static const unsigned char file_1[] = {
#embed "../../content/about.md"
};

static const unsigned char file_2[] = {
#embed "../../content/accessibility.md"
};

static const unsigned char file_3[] = {
#embed "../../content/checklists/first-appointment.md"
};

static const unsigned char file_4[] = {
#embed "../../content/checklists/index.md"
};

static const unsigned char file_5[] = {
#embed "../../content/checklists/signs.md"
};

static const unsigned char file_6[] = {
#embed "../../content/friends-and-family/how-to-help.md"
};

static const unsigned char file_7[] = {
#embed "../../content/friends-and-family/index.md"
};

static const unsigned char file_8[] = {
#embed "../../content/glossary/ambiguous-loss.md"
};

static const unsigned char file_9[] = {
#embed "../../content/glossary/attachment-style.md"
};

static const unsigned char file_10[] = {
#embed "../../content/glossary/attachment.md"
};

static const unsigned char file_11[] = {
#embed "../../content/glossary/betrayal-bond.md"
};

static const unsigned char file_12[] = {
#embed "../../content/glossary/betrayal-trauma.md"
};

static const unsigned char file_13[] = {
#embed "../../content/glossary/boundaries.md"
};

static const unsigned char file_14[] = {
#embed "../../content/glossary/codependency.md"
};

static const unsigned char file_15[] = {
#embed "../../content/glossary/coercive-control.md"
};

static const unsigned char file_16[] = {
#embed "../../content/glossary/cognitive-dissonance.md"
};

static const unsigned char file_17[] = {
#embed "../../content/glossary/complex-ptsd.md"
};

static const unsigned char file_18[] = {
#embed "../../content/glossary/cycle-of-abuse.md"
};

static const unsigned char file_19[] = {
#embed "../../content/glossary/darvo.md"
};

static const unsigned char file_20[] = {
#embed "../../content/glossary/devaluation.md"
};

static const unsigned char file_21[] = {
#embed "../../content/glossary/disorganized-attachment.md"
};

static const unsigned char file_22[] = {
#embed "../../content/glossary/dissociation.md"
};

static const unsigned char file_23[] = {
#embed "../../content/glossary/domestic-abuse.md"
};

static const unsigned char file_24[] = {
#embed "../../content/glossary/dopamine.md"
};

static const unsigned char file_25[] = {
#embed "../../content/glossary/economic-abuse.md"
};

static const unsigned char file_26[] = {
#embed "../../content/glossary/emdr.md"
};

static const unsigned char file_27[] = {
#embed "../../content/glossary/emotional-flashback.md"
};

static const unsigned char file_28[] = {
#embed "../../content/glossary/enmeshment.md"
};

static const unsigned char file_29[] = {
#embed "../../content/glossary/fawn-response.md"
};

static const unsigned char file_30[] = {
#embed "../../content/glossary/fight-flight-freeze.md"
};

static const unsigned char file_31[] = {
#embed "../../content/glossary/gaslighting.md"
};

static const unsigned char file_32[] = {
#embed "../../content/glossary/grief.md"
};

static const unsigned char file_33[] = {
#embed "../../content/glossary/grounding.md"
};

static const unsigned char file_34[] = {
#embed "../../content/glossary/high-control-group.md"
};

static const unsigned char file_35[] = {
#embed "../../content/glossary/hoovering.md"
};

static const unsigned char file_36[] = {
#embed "../../content/glossary/hypervigilance.md"
};

static const unsigned char file_37[] = {
#embed "../../content/glossary/idealization.md"
};

static const unsigned char file_38[] = {
#embed "../../content/glossary/index.md"
};

static const unsigned char file_39[] = {
#embed "../../content/glossary/intermittent-reinforcement.md"
};

static const unsigned char file_40[] = {
#embed "../../content/glossary/internal-family-systems.md"
};

static const unsigned char file_41[] = {
#embed "../../content/glossary/isolation.md"
};

static const unsigned char file_42[] = {
#embed "../../content/glossary/learned-helplessness.md"
};

static const unsigned char file_43[] = {
#embed "../../content/glossary/love-bombing.md"
};

static const unsigned char file_44[] = {
#embed "../../content/glossary/minimizing.md"
};

static const unsigned char file_45[] = {
#embed "../../content/glossary/nervous-system.md"
};

static const unsigned char file_46[] = {
#embed "../../content/glossary/no-contact.md"
};

static const unsigned char file_47[] = {
#embed "../../content/glossary/parentification.md"
};

static const unsigned char file_48[] = {
#embed "../../content/glossary/polyvagal-theory.md"
};

static const unsigned char file_49[] = {
#embed "../../content/glossary/post-separation-abuse.md"
};

static const unsigned char file_50[] = {
#embed "../../content/glossary/post-traumatic-growth.md"
};

static const unsigned char file_51[] = {
#embed "../../content/glossary/power-and-control-wheel.md"
};

static const unsigned char file_52[] = {
#embed "../../content/glossary/psychodynamic-therapy.md"
};

static const unsigned char file_53[] = {
#embed "../../content/glossary/psychoeducation.md"
};

static const unsigned char file_54[] = {
#embed "../../content/glossary/relational-therapy.md"
};

static const unsigned char file_55[] = {
#embed "../../content/glossary/safety-plan.md"
};

static const unsigned char file_56[] = {
#embed "../../content/glossary/self-blame.md"
};

static const unsigned char file_57[] = {
#embed "../../content/glossary/self-compassion.md"
};

static const unsigned char file_58[] = {
#embed "../../content/glossary/shame.md"
};

static const unsigned char file_59[] = {
#embed "../../content/glossary/somatic-therapy.md"
};

static const unsigned char file_60[] = {
#embed "../../content/glossary/splitting.md"
};

static const unsigned char file_61[] = {
#embed "../../content/glossary/stockholm-syndrome.md"
};

static const unsigned char file_62[] = {
#embed "../../content/glossary/technology-facilitated-abuse.md"
};

static const unsigned char file_63[] = {
#embed "../../content/glossary/trauma-bond.md"
};

static const unsigned char file_64[] = {
#embed "../../content/glossary/trauma-focused-cbt.md"
};

static const unsigned char file_65[] = {
#embed "../../content/glossary/trauma-informed-care.md"
};

static const unsigned char file_66[] = {
#embed "../../content/glossary/trauma.md"
};

static const unsigned char file_67[] = {
#embed "../../content/glossary/triangulation.md"
};

static const unsigned char file_68[] = {
#embed "../../content/glossary/walking-on-eggshells.md"
};

static const unsigned char file_69[] = {
#embed "../../content/glossary/window-of-tolerance.md"
};

static const unsigned char file_70[] = {
#embed "../../content/healing/a-closing-note.md"
};

static const unsigned char file_71[] = {
#embed "../../content/healing/finding-support.md"
};

static const unsigned char file_72[] = {
#embed "../../content/healing/healing-is-not-linear.md"
};

static const unsigned char file_73[] = {
#embed "../../content/healing/index.md"
};

static const unsigned char file_74[] = {
#embed "../../content/healing/naming-the-pattern.md"
};

static const unsigned char file_75[] = {
#embed "../../content/healing/therapies-that-can-help.md"
};

static const unsigned char file_76[] = {
#embed "../../content/help.md"
};

static const unsigned char file_77[] = {
#embed "../../content/help.yaml"
};

static const unsigned char file_78[] = {
#embed "../../content/index.md"
};

static const unsigned char file_79[] = {
#embed "../../content/language.yaml"
};

static const unsigned char file_80[] = {
#embed "../../content/paths/after-leaving.md"
};

static const unsigned char file_81[] = {
#embed "../../content/paths/index.md"
};

static const unsigned char file_82[] = {
#embed "../../content/paths/just-starting-to-wonder.md"
};

static const unsigned char file_83[] = {
#embed "../../content/practice/index.md"
};

static const unsigned char file_84[] = {
#embed "../../content/privacy.md"
};

static const unsigned char file_85[] = {
#embed "../../content/questions.md"
};

static const unsigned char file_86[] = {
#embed "../../content/safe-browsing.md"
};

static const unsigned char file_87[] = {
#embed "../../content/signs/explaining-it-away.md"
};

static const unsigned char file_88[] = {
#embed "../../content/signs/fear-of-losing-them.md"
};

static const unsigned char file_89[] = {
#embed "../../content/signs/feeling-unable-to-leave.md"
};

static const unsigned char file_90[] = {
#embed "../../content/signs/growing-apart-from-others.md"
};

static const unsigned char file_91[] = {
#embed "../../content/signs/hoping-for-the-beginning.md"
};

static const unsigned char file_92[] = {
#embed "../../content/signs/index.md"
};

static const unsigned char file_93[] = {
#embed "../../content/signs/overview.md"
};

static const unsigned char file_94[] = {
#embed "../../content/signs/taking-the-blame.md"
};

static const unsigned char file_95[] = {
#embed "../../content/signs/walking-on-eggshells.md"
};

static const unsigned char file_96[] = {
#embed "../../content/sources.yaml"
};

static const unsigned char file_97[] = {
#embed "../../content/therapy/choosing-a-therapist.md"
};

static const unsigned char file_98[] = {
#embed "../../content/therapy/first-appointment.md"
};

static const unsigned char file_99[] = {
#embed "../../content/therapy/index.md"
};

static const unsigned char file_100[] = {
#embed "../../content/therapy/what-trauma-therapy-is.md"
};

static const unsigned char file_101[] = {
#embed "../../content/understanding/early-attachment.md"
};

static const unsigned char file_102[] = {
#embed "../../content/understanding/index.md"
};

static const unsigned char file_103[] = {
#embed "../../content/understanding/intermittent-reinforcement.md"
};

static const unsigned char file_104[] = {
#embed "../../content/understanding/nervous-system.md"
};

static const unsigned char file_105[] = {
#embed "../../content/understanding/shame-and-self-blame.md"
};

static const unsigned char file_106[] = {
#embed "../../content/understanding/what-is-a-trauma-bond.md"
};

static const unsigned char file_107[] = {
#embed "../../content/understanding/where-it-happens.md"
};

static const unsigned char file_108[] = {
#embed "../../content/why-it-is-hard/fear.md"
};

static const unsigned char file_109[] = {
#embed "../../content/why-it-is-hard/gaslighting.md"
};

static const unsigned char file_110[] = {
#embed "../../content/why-it-is-hard/grief.md"
};

static const unsigned char file_111[] = {
#embed "../../content/why-it-is-hard/highs-and-lows.md"
};

static const unsigned char file_112[] = {
#embed "../../content/why-it-is-hard/index.md"
};

static const unsigned char file_113[] = {
#embed "../../content/why-it-is-hard/shame.md"
};

static const unsigned char file_114[] = {
#embed "../../content/words.txt"
};

static const unsigned char file_115[] = {
#embed "../../starters/hosts/codeberg/.forgejo/workflows/publish.yml"
};

static const unsigned char file_116[] = {
#embed "../../starters/hosts/github/.github/workflows/publish.yml"
};

static const unsigned char file_117[] = {
#embed "../../starters/hosts/gitlab/.gitlab-ci.yml"
};

static const unsigned char file_118[] = {
#embed "../../starters/minimal/content/404.md"
};

static const unsigned char file_119[] = {
#embed "../../starters/minimal/content/accessibility.md"
};

static const unsigned char file_120[] = {
#embed "../../starters/minimal/content/index.md"
};

static const unsigned char file_121[] = {
#embed "../../starters/minimal/content/people.yaml"
};

static const unsigned char file_122[] = {
#embed "../../starters/minimal/content/privacy.md"
};

static const unsigned char file_123[] = {
#embed "../../starters/minimal/content/reading/a-first-page.md"
};

static const unsigned char file_124[] = {
#embed "../../starters/minimal/content/reading/index.md"
};

static const unsigned char file_125[] = {
#embed "../../starters/minimal/content/site.yaml"
};

static const unsigned char file_126[] = {
#embed "../../starters/practice/content/404.md"
};

static const unsigned char file_127[] = {
#embed "../../starters/practice/content/about.md"
};

static const unsigned char file_128[] = {
#embed "../../starters/practice/content/checklists/first-appointment.md"
};

static const unsigned char file_129[] = {
#embed "../../starters/practice/content/checklists/index.md"
};

static const unsigned char file_130[] = {
#embed "../../starters/practice/content/glossary/boundary.md"
};

static const unsigned char file_131[] = {
#embed "../../starters/practice/content/glossary/grounding.md"
};

static const unsigned char file_132[] = {
#embed "../../starters/practice/content/glossary/index.md"
};

static const unsigned char file_133[] = {
#embed "../../starters/practice/content/glossary/therapist.md"
};

static const unsigned char file_134[] = {
#embed "../../starters/practice/content/help.md"
};

static const unsigned char file_135[] = {
#embed "../../starters/practice/content/index.md"
};

static const unsigned char file_136[] = {
#embed "../../starters/practice/content/people.yaml"
};

static const unsigned char file_137[] = {
#embed "../../starters/practice/content/practice/index.md"
};

static const unsigned char file_138[] = {
#embed "../../starters/practice/content/questions.md"
};

static const unsigned char file_139[] = {
#embed "../../starters/practice/content/reading/index.md"
};

static const unsigned char file_140[] = {
#embed "../../starters/practice/content/reading/one-thing-at-a-time.md"
};

static const unsigned char file_141[] = {
#embed "../../starters/practice/content/safe-browsing.md"
};

static const unsigned char file_142[] = {
#embed "../../starters/practice/content/site.yaml"
};

static const unsigned char file_143[] = {
#embed "../../starters/practice/templates/strings/en.yaml"
};

static const unsigned char file_144[] = {
#embed "../../starters/shared/.editorconfig"
};

static const unsigned char file_145[] = {
#embed "../../starters/shared/.gitignore"
};

static const unsigned char file_146[] = {
#embed "../../starters/shared/.vscode/extensions.json"
};

static const unsigned char file_147[] = {
#embed "../../starters/shared/.vscode/settings.json"
};

static const unsigned char file_148[] = {
#embed "../../starters/shared/.vscode/tasks.json"
};

static const unsigned char file_149[] = {
#embed "../../starters/shared/FIRST-STEPS.md"
};

static const unsigned char file_150[] = {
#embed "../../starters/trauma-bonds/content/site.yaml"
};

static const unsigned char file_151[] = {
#embed "../../templates/article.mustache"
};

static const unsigned char file_152[] = {
#embed "../../templates/assets/favicon.ico"
};

static const unsigned char file_153[] = {
#embed "../../templates/assets/icon.png"
};

static const unsigned char file_154[] = {
#embed "../../templates/assets/icon.svg"
};

static const unsigned char file_155[] = {
#embed "../../templates/assets/pictures/bench.svg"
};

static const unsigned char file_156[] = {
#embed "../../templates/assets/pictures/book.svg"
};

static const unsigned char file_157[] = {
#embed "../../templates/assets/pictures/chairs.svg"
};

static const unsigned char file_158[] = {
#embed "../../templates/assets/pictures/compass.svg"
};

static const unsigned char file_159[] = {
#embed "../../templates/assets/pictures/door.svg"
};

static const unsigned char file_160[] = {
#embed "../../templates/assets/pictures/footprints.svg"
};

static const unsigned char file_161[] = {
#embed "../../templates/assets/pictures/knot.svg"
};

static const unsigned char file_162[] = {
#embed "../../templates/assets/pictures/lamp.svg"
};

static const unsigned char file_163[] = {
#embed "../../templates/assets/pictures/letter.svg"
};

static const unsigned char file_164[] = {
#embed "../../templates/assets/pictures/list.svg"
};

static const unsigned char file_165[] = {
#embed "../../templates/assets/pictures/telephone.svg"
};

static const unsigned char file_166[] = {
#embed "../../templates/assets/pictures/window.svg"
};

static const unsigned char file_167[] = {
#embed "../../templates/assets/site.css"
};

static const unsigned char file_168[] = {
#embed "../../templates/base.mustache"
};

static const unsigned char file_169[] = {
#embed "../../templates/booklet.mustache"
};

static const unsigned char file_170[] = {
#embed "../../templates/checklist.mustache"
};

static const unsigned char file_171[] = {
#embed "../../templates/glossary.mustache"
};

static const unsigned char file_172[] = {
#embed "../../templates/handout.mustache"
};

static const unsigned char file_173[] = {
#embed "../../templates/help.mustache"
};

static const unsigned char file_174[] = {
#embed "../../templates/home.mustache"
};

static const unsigned char file_175[] = {
#embed "../../templates/not-found.mustache"
};

static const unsigned char file_176[] = {
#embed "../../templates/page.mustache"
};

static const unsigned char file_177[] = {
#embed "../../templates/partials/aids.mustache"
};

static const unsigned char file_178[] = {
#embed "../../templates/partials/breadcrumbs.mustache"
};

static const unsigned char file_179[] = {
#embed "../../templates/partials/contact.mustache"
};

static const unsigned char file_180[] = {
#embed "../../templates/partials/drawing.mustache"
};

static const unsigned char file_181[] = {
#embed "../../templates/partials/entry.mustache"
};

static const unsigned char file_182[] = {
#embed "../../templates/partials/footer.mustache"
};

static const unsigned char file_183[] = {
#embed "../../templates/partials/head.mustache"
};

static const unsigned char file_184[] = {
#embed "../../templates/partials/help.mustache"
};

static const unsigned char file_185[] = {
#embed "../../templates/partials/leave.mustache"
};

static const unsigned char file_186[] = {
#embed "../../templates/partials/offers.mustache"
};

static const unsigned char file_187[] = {
#embed "../../templates/partials/onward.mustache"
};

static const unsigned char file_188[] = {
#embed "../../templates/partials/places.mustache"
};

static const unsigned char file_189[] = {
#embed "../../templates/partials/reviewed.mustache"
};

static const unsigned char file_190[] = {
#embed "../../templates/partials/room.mustache"
};

static const unsigned char file_191[] = {
#embed "../../templates/partials/services.mustache"
};

static const unsigned char file_192[] = {
#embed "../../templates/partials/signature.mustache"
};

static const unsigned char file_193[] = {
#embed "../../templates/partials/sources.mustache"
};

static const unsigned char file_194[] = {
#embed "../../templates/partials/statement.mustache"
};

static const unsigned char file_195[] = {
#embed "../../templates/partials/words.mustache"
};

static const unsigned char file_196[] = {
#embed "../../templates/path.mustache"
};

static const unsigned char file_197[] = {
#embed "../../templates/person.mustache"
};

static const unsigned char file_198[] = {
#embed "../../templates/practice.mustache"
};

static const unsigned char file_199[] = {
#embed "../../templates/questions.mustache"
};

static const unsigned char file_200[] = {
#embed "../../templates/redirect.mustache"
};

static const unsigned char file_201[] = {
#embed "../../templates/section.mustache"
};

static const unsigned char file_202[] = {
#embed "../../templates/strings/en.yaml"
};

static const unsigned char file_203[] = {
#embed "../../templates/term.mustache"
};

static const unsigned char file_204[] = {
#embed "../../templates/topic.mustache"
};

static const unsigned char file_205[] = {
#embed "../../templates/topics.mustache"
};

static const struct daylight_starter_file files[] = {
  {"content/404.md", file_0, sizeof file_0},
  {"content/about.md", file_1, sizeof file_1},
  {"content/accessibility.md", file_2, sizeof file_2},
  {"content/checklists/first-appointment.md", file_3, sizeof file_3},
  {"content/checklists/index.md", file_4, sizeof file_4},
  {"content/checklists/signs.md", file_5, sizeof file_5},
  {"content/friends-and-family/how-to-help.md", file_6, sizeof file_6},
  {"content/friends-and-family/index.md", file_7, sizeof file_7},
  {"content/glossary/ambiguous-loss.md", file_8, sizeof file_8},
  {"content/glossary/attachment-style.md", file_9, sizeof file_9},
  {"content/glossary/attachment.md", file_10, sizeof file_10},
  {"content/glossary/betrayal-bond.md", file_11, sizeof file_11},
  {"content/glossary/betrayal-trauma.md", file_12, sizeof file_12},
  {"content/glossary/boundaries.md", file_13, sizeof file_13},
  {"content/glossary/codependency.md", file_14, sizeof file_14},
  {"content/glossary/coercive-control.md", file_15, sizeof file_15},
  {"content/glossary/cognitive-dissonance.md", file_16, sizeof file_16},
  {"content/glossary/complex-ptsd.md", file_17, sizeof file_17},
  {"content/glossary/cycle-of-abuse.md", file_18, sizeof file_18},
  {"content/glossary/darvo.md", file_19, sizeof file_19},
  {"content/glossary/devaluation.md", file_20, sizeof file_20},
  {"content/glossary/disorganized-attachment.md", file_21, sizeof file_21},
  {"content/glossary/dissociation.md", file_22, sizeof file_22},
  {"content/glossary/domestic-abuse.md", file_23, sizeof file_23},
  {"content/glossary/dopamine.md", file_24, sizeof file_24},
  {"content/glossary/economic-abuse.md", file_25, sizeof file_25},
  {"content/glossary/emdr.md", file_26, sizeof file_26},
  {"content/glossary/emotional-flashback.md", file_27, sizeof file_27},
  {"content/glossary/enmeshment.md", file_28, sizeof file_28},
  {"content/glossary/fawn-response.md", file_29, sizeof file_29},
  {"content/glossary/fight-flight-freeze.md", file_30, sizeof file_30},
  {"content/glossary/gaslighting.md", file_31, sizeof file_31},
  {"content/glossary/grief.md", file_32, sizeof file_32},
  {"content/glossary/grounding.md", file_33, sizeof file_33},
  {"content/glossary/high-control-group.md", file_34, sizeof file_34},
  {"content/glossary/hoovering.md", file_35, sizeof file_35},
  {"content/glossary/hypervigilance.md", file_36, sizeof file_36},
  {"content/glossary/idealization.md", file_37, sizeof file_37},
  {"content/glossary/index.md", file_38, sizeof file_38},
  {"content/glossary/intermittent-reinforcement.md", file_39, sizeof file_39},
  {"content/glossary/internal-family-systems.md", file_40, sizeof file_40},
  {"content/glossary/isolation.md", file_41, sizeof file_41},
  {"content/glossary/learned-helplessness.md", file_42, sizeof file_42},
  {"content/glossary/love-bombing.md", file_43, sizeof file_43},
  {"content/glossary/minimizing.md", file_44, sizeof file_44},
  {"content/glossary/nervous-system.md", file_45, sizeof file_45},
  {"content/glossary/no-contact.md", file_46, sizeof file_46},
  {"content/glossary/parentification.md", file_47, sizeof file_47},
  {"content/glossary/polyvagal-theory.md", file_48, sizeof file_48},
  {"content/glossary/post-separation-abuse.md", file_49, sizeof file_49},
  {"content/glossary/post-traumatic-growth.md", file_50, sizeof file_50},
  {"content/glossary/power-and-control-wheel.md", file_51, sizeof file_51},
  {"content/glossary/psychodynamic-therapy.md", file_52, sizeof file_52},
  {"content/glossary/psychoeducation.md", file_53, sizeof file_53},
  {"content/glossary/relational-therapy.md", file_54, sizeof file_54},
  {"content/glossary/safety-plan.md", file_55, sizeof file_55},
  {"content/glossary/self-blame.md", file_56, sizeof file_56},
  {"content/glossary/self-compassion.md", file_57, sizeof file_57},
  {"content/glossary/shame.md", file_58, sizeof file_58},
  {"content/glossary/somatic-therapy.md", file_59, sizeof file_59},
  {"content/glossary/splitting.md", file_60, sizeof file_60},
  {"content/glossary/stockholm-syndrome.md", file_61, sizeof file_61},
  {"content/glossary/technology-facilitated-abuse.md", file_62, sizeof file_62},
  {"content/glossary/trauma-bond.md", file_63, sizeof file_63},
  {"content/glossary/trauma-focused-cbt.md", file_64, sizeof file_64},
  {"content/glossary/trauma-informed-care.md", file_65, sizeof file_65},
  {"content/glossary/trauma.md", file_66, sizeof file_66},
  {"content/glossary/triangulation.md", file_67, sizeof file_67},
  {"content/glossary/walking-on-eggshells.md", file_68, sizeof file_68},
  {"content/glossary/window-of-tolerance.md", file_69, sizeof file_69},
  {"content/healing/a-closing-note.md", file_70, sizeof file_70},
  {"content/healing/finding-support.md", file_71, sizeof file_71},
  {"content/healing/healing-is-not-linear.md", file_72, sizeof file_72},
  {"content/healing/index.md", file_73, sizeof file_73},
  {"content/healing/naming-the-pattern.md", file_74, sizeof file_74},
  {"content/healing/therapies-that-can-help.md", file_75, sizeof file_75},
  {"content/help.md", file_76, sizeof file_76},
  {"content/help.yaml", file_77, sizeof file_77},
  {"content/index.md", file_78, sizeof file_78},
  {"content/language.yaml", file_79, sizeof file_79},
  {"content/paths/after-leaving.md", file_80, sizeof file_80},
  {"content/paths/index.md", file_81, sizeof file_81},
  {"content/paths/just-starting-to-wonder.md", file_82, sizeof file_82},
  {"content/practice/index.md", file_83, sizeof file_83},
  {"content/privacy.md", file_84, sizeof file_84},
  {"content/questions.md", file_85, sizeof file_85},
  {"content/safe-browsing.md", file_86, sizeof file_86},
  {"content/signs/explaining-it-away.md", file_87, sizeof file_87},
  {"content/signs/fear-of-losing-them.md", file_88, sizeof file_88},
  {"content/signs/feeling-unable-to-leave.md", file_89, sizeof file_89},
  {"content/signs/growing-apart-from-others.md", file_90, sizeof file_90},
  {"content/signs/hoping-for-the-beginning.md", file_91, sizeof file_91},
  {"content/signs/index.md", file_92, sizeof file_92},
  {"content/signs/overview.md", file_93, sizeof file_93},
  {"content/signs/taking-the-blame.md", file_94, sizeof file_94},
  {"content/signs/walking-on-eggshells.md", file_95, sizeof file_95},
  {"content/sources.yaml", file_96, sizeof file_96},
  {"content/therapy/choosing-a-therapist.md", file_97, sizeof file_97},
  {"content/therapy/first-appointment.md", file_98, sizeof file_98},
  {"content/therapy/index.md", file_99, sizeof file_99},
  {"content/therapy/what-trauma-therapy-is.md", file_100, sizeof file_100},
  {"content/understanding/early-attachment.md", file_101, sizeof file_101},
  {"content/understanding/index.md", file_102, sizeof file_102},
  {"content/understanding/intermittent-reinforcement.md", file_103, sizeof file_103},
  {"content/understanding/nervous-system.md", file_104, sizeof file_104},
  {"content/understanding/shame-and-self-blame.md", file_105, sizeof file_105},
  {"content/understanding/what-is-a-trauma-bond.md", file_106, sizeof file_106},
  {"content/understanding/where-it-happens.md", file_107, sizeof file_107},
  {"content/why-it-is-hard/fear.md", file_108, sizeof file_108},
  {"content/why-it-is-hard/gaslighting.md", file_109, sizeof file_109},
  {"content/why-it-is-hard/grief.md", file_110, sizeof file_110},
  {"content/why-it-is-hard/highs-and-lows.md", file_111, sizeof file_111},
  {"content/why-it-is-hard/index.md", file_112, sizeof file_112},
  {"content/why-it-is-hard/shame.md", file_113, sizeof file_113},
  {"content/words.txt", file_114, sizeof file_114},
  {"starters/hosts/codeberg/.forgejo/workflows/publish.yml", file_115, sizeof file_115},
  {"starters/hosts/github/.github/workflows/publish.yml", file_116, sizeof file_116},
  {"starters/hosts/gitlab/.gitlab-ci.yml", file_117, sizeof file_117},
  {"starters/minimal/content/404.md", file_118, sizeof file_118},
  {"starters/minimal/content/accessibility.md", file_119, sizeof file_119},
  {"starters/minimal/content/index.md", file_120, sizeof file_120},
  {"starters/minimal/content/people.yaml", file_121, sizeof file_121},
  {"starters/minimal/content/privacy.md", file_122, sizeof file_122},
  {"starters/minimal/content/reading/a-first-page.md", file_123, sizeof file_123},
  {"starters/minimal/content/reading/index.md", file_124, sizeof file_124},
  {"starters/minimal/content/site.yaml", file_125, sizeof file_125},
  {"starters/practice/content/404.md", file_126, sizeof file_126},
  {"starters/practice/content/about.md", file_127, sizeof file_127},
  {"starters/practice/content/checklists/first-appointment.md", file_128, sizeof file_128},
  {"starters/practice/content/checklists/index.md", file_129, sizeof file_129},
  {"starters/practice/content/glossary/boundary.md", file_130, sizeof file_130},
  {"starters/practice/content/glossary/grounding.md", file_131, sizeof file_131},
  {"starters/practice/content/glossary/index.md", file_132, sizeof file_132},
  {"starters/practice/content/glossary/therapist.md", file_133, sizeof file_133},
  {"starters/practice/content/help.md", file_134, sizeof file_134},
  {"starters/practice/content/index.md", file_135, sizeof file_135},
  {"starters/practice/content/people.yaml", file_136, sizeof file_136},
  {"starters/practice/content/practice/index.md", file_137, sizeof file_137},
  {"starters/practice/content/questions.md", file_138, sizeof file_138},
  {"starters/practice/content/reading/index.md", file_139, sizeof file_139},
  {"starters/practice/content/reading/one-thing-at-a-time.md", file_140, sizeof file_140},
  {"starters/practice/content/safe-browsing.md", file_141, sizeof file_141},
  {"starters/practice/content/site.yaml", file_142, sizeof file_142},
  {"starters/practice/templates/strings/en.yaml", file_143, sizeof file_143},
  {"starters/shared/.editorconfig", file_144, sizeof file_144},
  {"starters/shared/.gitignore", file_145, sizeof file_145},
  {"starters/shared/.vscode/extensions.json", file_146, sizeof file_146},
  {"starters/shared/.vscode/settings.json", file_147, sizeof file_147},
  {"starters/shared/.vscode/tasks.json", file_148, sizeof file_148},
  {"starters/shared/FIRST-STEPS.md", file_149, sizeof file_149},
  {"starters/trauma-bonds/content/site.yaml", file_150, sizeof file_150},
  {"templates/article.mustache", file_151, sizeof file_151},
  {"templates/assets/favicon.ico", file_152, sizeof file_152},
  {"templates/assets/icon.png", file_153, sizeof file_153},
  {"templates/assets/icon.svg", file_154, sizeof file_154},
  {"templates/assets/pictures/bench.svg", file_155, sizeof file_155},
  {"templates/assets/pictures/book.svg", file_156, sizeof file_156},
  {"templates/assets/pictures/chairs.svg", file_157, sizeof file_157},
  {"templates/assets/pictures/compass.svg", file_158, sizeof file_158},
  {"templates/assets/pictures/door.svg", file_159, sizeof file_159},
  {"templates/assets/pictures/footprints.svg", file_160, sizeof file_160},
  {"templates/assets/pictures/knot.svg", file_161, sizeof file_161},
  {"templates/assets/pictures/lamp.svg", file_162, sizeof file_162},
  {"templates/assets/pictures/letter.svg", file_163, sizeof file_163},
  {"templates/assets/pictures/list.svg", file_164, sizeof file_164},
  {"templates/assets/pictures/telephone.svg", file_165, sizeof file_165},
  {"templates/assets/pictures/window.svg", file_166, sizeof file_166},
  {"templates/assets/site.css", file_167, sizeof file_167},
  {"templates/base.mustache", file_168, sizeof file_168},
  {"templates/booklet.mustache", file_169, sizeof file_169},
  {"templates/checklist.mustache", file_170, sizeof file_170},
  {"templates/glossary.mustache", file_171, sizeof file_171},
  {"templates/handout.mustache", file_172, sizeof file_172},
  {"templates/help.mustache", file_173, sizeof file_173},
  {"templates/home.mustache", file_174, sizeof file_174},
  {"templates/not-found.mustache", file_175, sizeof file_175},
  {"templates/page.mustache", file_176, sizeof file_176},
  {"templates/partials/aids.mustache", file_177, sizeof file_177},
  {"templates/partials/breadcrumbs.mustache", file_178, sizeof file_178},
  {"templates/partials/contact.mustache", file_179, sizeof file_179},
  {"templates/partials/drawing.mustache", file_180, sizeof file_180},
  {"templates/partials/entry.mustache", file_181, sizeof file_181},
  {"templates/partials/footer.mustache", file_182, sizeof file_182},
  {"templates/partials/head.mustache", file_183, sizeof file_183},
  {"templates/partials/help.mustache", file_184, sizeof file_184},
  {"templates/partials/leave.mustache", file_185, sizeof file_185},
  {"templates/partials/offers.mustache", file_186, sizeof file_186},
  {"templates/partials/onward.mustache", file_187, sizeof file_187},
  {"templates/partials/places.mustache", file_188, sizeof file_188},
  {"templates/partials/reviewed.mustache", file_189, sizeof file_189},
  {"templates/partials/room.mustache", file_190, sizeof file_190},
  {"templates/partials/services.mustache", file_191, sizeof file_191},
  {"templates/partials/signature.mustache", file_192, sizeof file_192},
  {"templates/partials/sources.mustache", file_193, sizeof file_193},
  {"templates/partials/statement.mustache", file_194, sizeof file_194},
  {"templates/partials/words.mustache", file_195, sizeof file_195},
  {"templates/path.mustache", file_196, sizeof file_196},
  {"templates/person.mustache", file_197, sizeof file_197},
  {"templates/practice.mustache", file_198, sizeof file_198},
  {"templates/questions.mustache", file_199, sizeof file_199},
  {"templates/redirect.mustache", file_200, sizeof file_200},
  {"templates/section.mustache", file_201, sizeof file_201},
  {"templates/strings/en.yaml", file_202, sizeof file_202},
  {"templates/term.mustache", file_203, sizeof file_203},
  {"templates/topic.mustache", file_204, sizeof file_204},
  {"templates/topics.mustache", file_205, sizeof file_205},
};

size_t daylight_starter_file_count(void) { return sizeof files / sizeof *files; }

struct daylight_starter_file daylight_starter_file_at(size_t index) { return files[index]; }
