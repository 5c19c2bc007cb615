# From a clone: nix run '.?dir=assets/packaging/nix'
{
  description = "Shows how two sources tell the same story";
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
  outputs = { self, nixpkgs }:
    let
      systems = [ "x86_64-linux" "aarch64-linux" ];
      each = f: nixpkgs.lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});
    in {
      packages = each (pkgs:
        let
          # What the window loads when it opens.
          libraries = with pkgs; [ libGL libxkbcommon wayland xorg.libX11 xorg.libXcursor xorg.libXi xorg.libxcb ];
          cargo = (builtins.fromTOML (builtins.readFile ../../../Cargo.toml)).package;
        in {
          default = pkgs.rustPlatform.buildRustPackage {
            pname = cargo.name;
            inherit (cargo) version;
            src = ../../..;
            cargoLock.lockFile = ../../../Cargo.lock;
            # The tests of the window need a display: tests/run.sh.
            doCheck = false;
            nativeBuildInputs = [ pkgs.makeWrapper ];
            postInstall = ''
              $out/bin/parallax man $out/share
              id=alt.parallax.parallax
              install -Dm644 assets/linux/$id.desktop -t $out/share/applications
              install -Dm644 assets/linux/$id.metainfo.xml -t $out/share/metainfo
              install -Dm644 assets/linux/$id.mime.xml $out/share/mime/packages/$id.xml
              install -Dm644 assets/linux/$id.thumbnailer -t $out/share/thumbnailers
              install -Dm644 assets/icon.svg $out/share/icons/hicolor/scalable/apps/$id.svg
              wrapProgram $out/bin/parallax --prefix LD_LIBRARY_PATH : ${pkgs.lib.makeLibraryPath libraries}
            '';
            meta = {
              inherit (cargo) description;
              license = with pkgs.lib.licenses; [ mit asl20 ];
              mainProgram = "parallax";
            };
          };
        });
    };
}
