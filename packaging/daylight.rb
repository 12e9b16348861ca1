# UNTRIED: nobody has run this formula yet. It was written on Linux, from the documentation of Homebrew.
#
# There is no public address of the sources yet. Put it where ADDRESS is, then:
#
#   brew install --HEAD --formula packaging/daylight.rb
class Daylight < Formula
  ADDRESS = "https://example.org/daylight.git".freeze # the one setting

  desc "Resource sites for therapy practices, from text files"
  homepage ADDRESS
  license "MIT"
  head ADDRESS, branch: "main"

  depends_on "pkgconf" => :build
  depends_on xcode: ["26.0", :build] # Swift 6.2
  depends_on macos: :sequoia
  # Those of scripts/install-libraries.
  depends_on "cmark-gfm"
  depends_on "expat"
  depends_on "gumbo-parser"
  depends_on "hunspell"
  depends_on "jpeg-turbo"
  depends_on "libpng"
  depends_on "libyaml"
  depends_on "tomlplusplus"
  depends_on "webp"

  def install
    # Homebrew has a sandbox of its own, in which Swift’s cannot be started.
    inreplace "Makefile", "swift build", "swift build --disable-sandbox"
    system "make", "install", "PREFIX=#{prefix}"
  end

  test do
    assert_match "daylight build", shell_output("#{bin}/daylight --help")
    (testpath/"empty").mkdir
    shell_output("#{bin}/daylight build --site #{testpath}/empty", 2)
  end
end
